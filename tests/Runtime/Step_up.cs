namespace DoOAuth.Tests;

/// <summary>A page that needs an optional scope asks for it on the way.</summary>
public sealed class Step_up : ScriptedTests
{
    private static void Map(WebApplication app)
    {
        app.MapGet("/new", (DigitalOceanUser user) => string.Join(' ', user.Scopes)).RequireDropletCreate();
        app.MapPost("/new", () => "created").RequireDropletCreate();
        app.MapGet("/old", (DigitalOceanUser user) => string.Join(' ', user.Scopes)).RequireDropletDelete();
        app.MapGet("/undeclared", [RequireScope(Scopes.Image.Read, Scopes.Droplet.Create)] () => "undeclared");
    }

    [Fact]
    public async Task A_page_load_goes_to_DigitalOcean_for_the_scope_and_comes_back()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var away = await browser.LoadAsync("/new?size=big");

        Assert.Equal(302, away.Status);
        Assert.Equal(new Uri(Provider.Address, "/v1/oauth/authorize").AbsoluteUri, away.Location.GetLeftPart(UriPartial.Path));
        Assert.Equal("no-store", away.Header("Cache-Control"));
        var back = await browser.FollowAsync(away.Location.AbsoluteUri);
        Assert.Equal(200, back.Status);
        Assert.Equal(new Uri(app.Address, "/new?size=big"), back.Address);
        Assert.Equal("account:read droplet:create droplet:read", back.Body);
        Assert.Equal("account:read droplet:read droplet:create", Provider.To("/v1/oauth/authorize")[^1].QueryFields["scope"]);
    }

    [Fact]
    public async Task What_was_granted_before_is_kept()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        await browser.FollowAsync("/new");
        var page = await browser.FollowAsync("/old");

        Assert.Equal("account:read droplet:create droplet:delete droplet:read", page.Body);
        Assert.Equal(200, (await browser.GetAsync("/new")).Status);
    }

    [Fact]
    public async Task Signed_out_it_takes_one_sign_in_and_one_step_up()
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/new");

        Assert.Equal(200, page.Status);
        Assert.Equal(2, Provider.To("/v1/oauth/authorize").Count);
    }

    [Theory]
    [InlineData("account:read droplet:read")]
    [InlineData("account:read droplet:read droplet:delete")]
    public async Task Where_the_scope_is_not_granted_it_ends_and_does_not_go_round(string granted)
    {
        Provider.Grant(granted);
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var page = await browser.FollowAsync("/new");

        Assert.Equal(403, page.Status);
        Assert.Equal("/callback", page.Address.AbsolutePath);
        Assert.Contains("scope_missing", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/login?returnUrl=%2Fnew&amp;scope=droplet%3Acreate\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(2, Provider.To("/v1/oauth/authorize").Count);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Where_the_user_refuses_the_session_stays_as_it_was()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var page = await browser.FollowAsync("/new");

        Assert.Equal(403, page.Status);
        Assert.Contains("access_denied", page.Body, StringComparison.Ordinal);
        Assert.Equal(["account:read", "droplet:read"], (await browser.GetAsync("/me")).Scopes());
    }

    [Fact]
    public async Task A_program_is_told_where_to_ask()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var answer = await browser.GetAsync("/new");

        Assert.Equal(403, answer.Status);
        Assert.Equal("/login?returnUrl=%2Fnew&scope=droplet%3Acreate", (string?)answer.Json["login"]);
    }

    [Fact]
    public async Task A_form_that_lacks_the_scope_is_403_and_a_page()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var answer = await browser.SubmitAsync("/new", ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(403, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("insufficient_scope", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Single(Provider.To("/v1/oauth/authorize"));
    }

    [Fact]
    public async Task A_scope_that_is_not_declared_is_never_asked_for()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var answer = await browser.LoadAsync("/undeclared");

        Assert.Equal(403, answer.Status);
        Assert.Contains("scope=\"image:read droplet:create\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.DoesNotContain(DropletDeck.LoginPath + "?", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broad_grant_needs_no_step_up()
    {
        Provider.Grant("read write");
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.LoadAsync("/new")).Status);
        Assert.Equal(200, (await browser.LoadAsync("/old")).Status);
    }
}
