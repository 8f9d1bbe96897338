using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests.Watching;

/// <summary>What a developer changes on the annotated class while <c>dotnet watch</c> runs is what the app serves next.</summary>
public sealed class WatchTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [Fact]
    public async Task A_scope_can_be_added_made_optional_and_removed()
    {
        await using var app = await WatchedApp.StartAsync(hive, "Reef", "--openapi");
        using var earlier = app.NewBrowser();
        await earlier.SignInAsync();

        await app.EditAsync("ReefDeck.cs", "[DigitalOceanScope(Scopes.Account.Read)]", "[DigitalOceanScope(Scopes.Account.Read)]\n[DigitalOceanScope(Scopes.Domain.Read)]");
        await app.EditAsync("Program.cs", "app.Run();", "app.MapGet(\"/domains\", () => \"domains\").RequireDomainRead();\n\napp.Run();");
        await app.UntilAsync("the guard is there, and the scope asked for", async browser =>
            (await browser.GetAsync("/domains")).Status == 401 && await AskedForAsync(browser, "domain:read"));
        using var later = app.NewBrowser();
        await later.SignInAsync();
        Assert.Equal((403, 200), ((await earlier.GetAsync("/domains")).Status, (await later.GetAsync("/domains")).Status));

        await app.EditAsync("ReefDeck.cs", "(Scopes.Domain.Read)", "(Scopes.Domain.Read, Optional = true)");
        await app.UntilAsync("the scope is not asked for at sign-in", async browser => await AskedForAsync(browser, "account:read") && !await AskedForAsync(browser, "domain:read"));
        using var without = app.NewBrowser();
        await without.SignInAsync();
        Assert.Equal((403, 302), ((await without.GetAsync("/domains")).Status, (await without.LoadAsync("/domains")).Status));
        Assert.Equal(("domains", 200), ((await without.FollowAsync("/domains")).Body, (await without.GetAsync("/domains")).Status));

        await app.EditAsync("Program.cs", ".RequireDomainRead()", "");
        await app.EditAsync("ReefDeck.cs", "[DigitalOceanScope(Scopes.Domain.Read, Optional = true)]\n", "");
        await app.UntilAsync("nobody is asked for the scope", async browser =>
            (await browser.GetAsync("/domains")).Status == 200 && (await browser.GetAsync("/login?scope=domain:read")).Status == 400);
    }

    private static async Task<bool> AskedForAsync(DoOAuth.Tests.Harness.Browser browser, string scope) =>
        await browser.LoadAsync("/login") is { IsRedirect: true } login && Uri.UnescapeDataString(login.Location.Query).Contains(scope, StringComparison.Ordinal);
}
