namespace DoOAuth.Tests;

/// <summary>One app with its provider, for tests that do not script either.</summary>
public sealed class DefaultApp : IAsyncLifetime
{
    internal ScriptedProvider Provider { get; private set; } = null!;

    internal TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await ScriptedProvider.StartAsync();
        App = await TestApp.StartAsync(Provider);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
