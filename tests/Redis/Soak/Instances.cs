using System.Collections.Concurrent;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>The instances of the app, each a process that is killed and started again.</summary>
internal sealed class Instances(RedisServer redis, ProviderGate gate, int count) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, InstanceProcess> _running = new();
    private readonly ConcurrentQueue<(int Instance, DateTime At)> _kills = new();

    public IReadOnlyList<Uri> Running => [.. _running.Values.Select(instance => instance.Address)];

    public int Kills => _kills.Count;

    public Task StartAllAsync() => Task.WhenAll(Enumerable.Range(0, count).Select(StartAsync));

    /// <summary>Kills one in the middle of whatever it does, and starts it again.</summary>
    public async Task KillAndStartAgainAsync(int instance)
    {
        Assert.True(_running.TryRemove(instance, out var process));
        _kills.Enqueue((instance, DateTime.UtcNow));
        await process.KillAsync();
        await process.DisposeAsync();
        await StartAsync(instance);
    }

    /// <summary>Whether the instance was killed after the provider had spent its token, and before it can have told anybody what it got.</summary>
    public bool WasKilledDuring(Refresh refresh) => _kills.Any(kill =>
        kill.Instance == refresh.Instance && kill.At >= refresh.Asked && kill.At <= refresh.Answered + TimeSpan.FromSeconds(2));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Values)
        {
            await process.DisposeAsync();
        }
    }

    private async Task StartAsync(int instance) => _running[instance] = await InstanceProcess.StartAsync(redis, gate.ConfigurationOf(instance));
}
