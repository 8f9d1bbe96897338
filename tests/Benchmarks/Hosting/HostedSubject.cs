using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>A subject that measures apps in this process.</summary>
internal abstract class HostedSubject : Subject
{
    private readonly List<HostedApp> _apps = [];

    /// <summary>Where the apps have their keys.</summary>
    protected KeyFolder Keys { get; } = new();

    /// <summary>Keeps an app until all is measured.</summary>
    protected async Task<HostedApp> KeepAsync(Task<HostedApp> starting)
    {
        var app = await starting;
        _apps.Add(app);
        return app;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        Keys.Dispose();
        await base.DisposeAsync();
    }
}
