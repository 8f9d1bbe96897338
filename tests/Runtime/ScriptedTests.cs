namespace DoOAuth.Tests;

/// <summary>Tests that have a provider of their own each.</summary>
public abstract class ScriptedTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _started = [];

    private protected ScriptedProvider Provider { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Provider = await ScriptedProvider.StartAsync();

    public virtual async Task DisposeAsync()
    {
        _started.Reverse();
        foreach (var app in _started)
        {
            await app.DisposeAsync();
        }

        await Provider.DisposeAsync();
    }

    private protected async Task<TestApp> StartAsync(
        Action<WebApplication>? map = null, Action<DigitalOceanOptions>? options = null, Action<WebApplicationBuilder>? build = null,
        Action<DigitalOceanOAuthBuilder>? add = null) =>
        Keep(await TestApp.StartAsync(Provider, map, options, build, add));

    private protected T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        _started.Add(started);
        return started;
    }
}
