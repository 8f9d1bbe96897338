namespace DoOAuth.Samples.Tests;

/// <summary>A component that calls DigitalOcean's API from its circuit.</summary>
public sealed class BlazorTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Blazor_counts_droplets_in_a_circuit()
    {
        // Static files of a project that is not published are served in Development only.
        await using var sample = await Sample.StartAsync("Blazor", "--environment=Development");
        await using var visitor = await browser.NewVisitorAsync(sample.Address);

        // The guard redirects to login, and back.
        await visitor.Page.GotoAsync("/droplets");
        Assert.Equal("/droplets", new Uri(visitor.Page.Url).AbsolutePath);

        // The circuit may not be connected at the first click.
        var said = visitor.Page.GetByText("You have");
        for (var tries = 0; tries < 40 && await said.CountAsync() == 0; tries++)
        {
            await visitor.Button("Count my droplets").ClickAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        Assert.Equal(1, await said.CountAsync());

        // Signed out in the meantime: the call leads to login, and back.
        await visitor.Page.EvaluateAsync("() => fetch('/logout', { method: 'POST' })");
        await visitor.Button("Count my droplets").ClickAsync();
        await said.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await visitor.Page.WaitForURLAsync("**/droplets");
    }
}
