namespace DoOAuth.Sandbox.Tests;

/// <summary>A sandbox that approves by itself, and an app at it, for each test.</summary>
public abstract class SandboxFixture : IAsyncLifetime
{
    protected DigitalOceanSandbox Sandbox { get; private set; } = null!;

    internal OAuthDriver App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await DigitalOceanSandbox.StartAsync(Configure);
        App = new OAuthDriver(Sandbox);
    }

    public async Task DisposeAsync()
    {
        App.Dispose();
        await Sandbox.DisposeAsync();
    }

    protected virtual void Configure(SandboxOptions options) => options.AutoApprove = true;
}
