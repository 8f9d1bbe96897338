using System.Text.Json;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>An app that uses everything, from the packed packages, published as native code with every warning an error.</summary>
public sealed class NativeTests(Browser browser) : IClassFixture<Browser>
{
    [LongFact]
    public async Task An_app_with_every_feature_is_published_without_a_warning_and_signs_in()
    {
        await using var app = await NativeApp.StartAsync();
        await using var visitor = await browser.NewVisitorAsync(app.Address);

        Assert.Equal("Healthy", await visitor.OpenAsync("/health"));
        Assert.Equal(401, (await visitor.Page.APIRequest.GetAsync("/droplets")).Status);

        // Signing in, with the hook's own answer, and what the session opens.
        await visitor.Page.GotoAsync("/login?returnUrl=/welcomed");
        await visitor.Approve.ClickAsync();
        await visitor.Page.GetByText("Welcome, Sammy the Shark").WaitForAsync();
        Assert.Contains("sammy@example.com", await visitor.OpenAsync("/me"), StringComparison.Ordinal);
        Assert.Contains("\"of\":\"droplets\"", await visitor.OpenAsync("/droplets"), StringComparison.Ordinal);

        // A scope more, where an endpoint needs it.
        await visitor.Page.GotoAsync("/droplets/new");
        await visitor.Approve.ClickAsync();
        await visitor.Page.GetByText("Made: 202").WaitForAsync();

        // The other application, with its sessions in Redis.
        await visitor.Page.GotoAsync("/back/enter?returnUrl=/back/who");
        await visitor.Approve.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/back/who");
        var user = JsonDocument.Parse(await visitor.OpenAsync("/back/who")).RootElement.GetProperty("uuid").GetString();
        Assert.Contains("\"of\":\"images\"", await visitor.OpenAsync("/back/images"), StringComparison.Ordinal);
        Assert.NotEmpty(await app.Redis.DumpAsync());
        Assert.Equal(204, (await visitor.Page.APIRequest.PostAsync($"/back/everywhere?user={user}")).Status);
        Assert.Equal(401, (await visitor.Page.APIRequest.GetAsync("/back/who")).Status);

        // A refusal ends in the hook that answers it.
        await using var other = await browser.NewVisitorAsync(app.Address);
        await other.Page.GotoAsync("/login");
        await other.Button("Deny").ClickAsync();
        await other.Page.GetByText("Failed: access_denied").WaitForAsync();

        var document = JsonDocument.Parse(await visitor.OpenAsync("/openapi/v1.json")).RootElement.GetProperty("paths");
        Assert.All(["/login", "/callback", "/me", "/droplets", "/back/who", "/back/images"], (string path) => Assert.True(document.TryGetProperty(path, out _), path));
        Assert.Equal(204, (await visitor.Page.APIRequest.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await visitor.Page.APIRequest.GetAsync("/me")).Status);
        Assert.DoesNotContain("doo_v1", app.Log, StringComparison.Ordinal);
    }
}
