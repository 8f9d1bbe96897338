using System.Xml.Linq;
using DoOAuth.Tests.Harness;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DoOAuth.Tests;

/// <summary>What an app does, and what it leaves for later, when it starts.</summary>
public sealed class Starting
{
    [Fact]
    public async Task The_data_protection_keys_are_read_without_a_request_and_the_start_does_not_wait_for_them()
    {
        await using var provider = await ScriptedProvider.StartAsync();
        using var keys = new SlowKeys();

        await using var app = await TestApp.StartAsync(
            provider, build: builder => builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys));
        keys.Open();

        await keys.Read.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Keys that nobody gets before the app has started.</summary>
    private sealed class SlowKeys : IXmlRepository, IDisposable
    {
        private readonly ManualResetEventSlim _open = new();
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Read => _read.Task;

        public void Open() => _open.Set();

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            if (!_open.Wait(TimeSpan.FromSeconds(10)))
            {
                throw new InvalidOperationException("The start waits for the keys.");
            }

            _read.TrySetResult();
            return [];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
        }

        public void Dispose() => _open.Dispose();
    }
}
