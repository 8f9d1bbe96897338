namespace DoOAuth.Tests;

public sealed class Guards : ScriptedTests
{
    private const string Narrow = "account:read droplet:read";

    private static void Map(WebApplication app)
    {
        app.MapGet("/droplets", () => "droplets").RequireDropletRead();
        app.MapPost("/droplets", () => "created").RequireDropletCreate();
        app.MapMethods("/any", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], () => "any").RequireDropletDelete();
        app.MapGet("/lambda", [RequireScope(Scopes.Droplet.Create)] () => "lambda");
        app.MapGet("/method", Guarded);
        app.MapGet("/both", [RequireScope(Scopes.Droplet.Read, Scopes.Droplet.Create)] () => "both").RequireDropletDelete();
        app.MapGet("/undeclared", [RequireScope(Scopes.Image.Read)] () => "undeclared");
        var group = app.MapGroup("/group").RequireDropletCreate();
        group.MapGet("/inner", () => "inner");
        group.MapGet("/more", () => "more").RequireDropletDelete();
        group.MapGroup("/deep").RequireAccountRead().MapGet("/deepest", () => "deepest");
        group.MapGet("/open", () => "open").AllowAnonymous();
    }

    [RequireScope(Scopes.Droplet.Create)]
    private static string Guarded() => "method";

    [Theory]
    [InlineData(Narrow, "/droplets", 200, "")]
    [InlineData(Narrow, "/lambda", 403, "droplet:create")]
    [InlineData(Narrow, "/method", 403, "droplet:create")]
    [InlineData(Narrow, "/both", 403, "droplet:create droplet:delete")]
    [InlineData(Narrow, "/undeclared", 403, "image:read")]
    [InlineData(Narrow, "/group/inner", 403, "droplet:create")]
    [InlineData(Narrow, "/group/more", 403, "droplet:create droplet:delete")]
    [InlineData(Narrow, "/group/deep/deepest", 403, "droplet:create")]
    [InlineData(Narrow, "/group/open", 200, "")]
    [InlineData(Narrow + " droplet:create", "/lambda", 200, "")]
    [InlineData(Narrow + " droplet:create", "/method", 200, "")]
    [InlineData(Narrow + " droplet:create", "/both", 403, "droplet:delete")]
    [InlineData(Narrow + " droplet:create", "/group/inner", 200, "")]
    [InlineData(Narrow + " droplet:create", "/group/more", 403, "droplet:delete")]
    [InlineData(Narrow + " droplet:create", "/group/deep/deepest", 200, "")]
    [InlineData(Narrow + " droplet:create droplet:delete", "/both", 200, "")]
    [InlineData(Narrow + " droplet:create droplet:delete", "/group/more", 200, "")]
    [InlineData("read", "/droplets", 200, "")]
    [InlineData("read", "/undeclared", 200, "")]
    [InlineData("read", "/lambda", 403, "droplet:create")]
    [InlineData("api:read", "/droplets", 200, "")]
    [InlineData("api:read", "/both", 403, "droplet:create droplet:delete")]
    [InlineData("write", "/droplets", 200, "")]
    [InlineData("write", "/both", 200, "")]
    [InlineData("write", "/undeclared", 200, "")]
    [InlineData("api:read api:write", "/both", 200, "")]
    [InlineData("api:write", "/group/more", 200, "")]
    public async Task A_guard_lets_through_who_granted_its_scopes_and_nobody_else(string granted, string path, int status, string missing)
    {
        Provider.Grant(granted);
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var answer = await browser.GetAsync(path);

        Assert.Equal(status, answer.Status);
        if (status == 403)
        {
            Assert.Equal("application/problem+json", answer.ContentType);
            Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{missing}\"", answer.Header("WWW-Authenticate"));
            Assert.Equal(missing.Split(' '), answer.Scopes());
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
        else
        {
            Assert.Equal(path.Split('/')[^1], answer.Body);
        }

        Leaks.AssertNone(answer, app, Provider);
    }

    [Theory]
    [InlineData("/droplets")]
    [InlineData("/lambda")]
    [InlineData("/method")]
    [InlineData("/undeclared")]
    [InlineData("/group/inner")]
    [InlineData("/group/deep/deepest")]
    public async Task Whoever_is_signed_out_gets_401_and_a_page_load_goes_to_login(string path)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        var api = await browser.GetAsync(path + "?x=1");

        Assert.Equal(401, api.Status);
        Assert.Equal("application/problem+json", api.ContentType);
        Assert.Equal("Bearer", api.Header("WWW-Authenticate"));
        Assert.Equal("no-store", api.Header("Cache-Control"));
        Assert.Null(api.Header("Location"));

        var page = await browser.LoadAsync(path + "?x=1");
        Assert.Equal(302, page.Status);
        Assert.Equal("/login?returnUrl=" + Uri.EscapeDataString(path + "?x=1"), page.Header("Location"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
    }

    [Fact]
    public async Task From_a_guarded_page_through_login_and_back()
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync("/droplets?x=1");

        Assert.Equal(200, page.Status);
        Assert.Equal("droplets", page.Body);
        Assert.Equal("?x=1", page.Address.Query);
    }

    [Fact]
    public async Task A_form_that_is_sent_signed_out_leads_to_login_and_not_back_to_the_form()
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        var answer = await browser.SubmitAsync("/droplets");

        Assert.Equal(303, answer.Status);
        Assert.Equal("/login", answer.Header("Location"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Every_method_is_guarded(string method)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.SendAsync(new HttpMethod(method), "/any", ("Accept", "*/*"))).Status);

        await browser.SignInAsync();
        var denied = await browser.SendAsync(new HttpMethod(method), "/any", ("Accept", "*/*"));
        Assert.Equal(403, denied.Status);
        Assert.Contains("droplet:delete", denied.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(method == "HEAD", denied.Body.Length == 0);

        await browser.SignInAsync(DropletDeck.Links.Login(scope: Scopes.Droplet.Delete));
        Assert.Equal(200, (await browser.SendAsync(new HttpMethod(method), "/any", ("Accept", "*/*"))).Status);
    }

    [Theory]
    [InlineData("POST", 303)]
    [InlineData("DELETE", 303)]
    [InlineData("HEAD", 303)]
    public async Task A_page_load_by_another_method_goes_to_login_by_get(string method, int status)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();
        Assert.Equal(status, (await browser.SendAsync(new HttpMethod(method), "/any", ("Accept", "text/html"))).Status);
    }

    [Fact]
    public async Task A_guard_names_at_least_one_scope()
    {
        Assert.Throws<ArgumentException>(() => new RequireScopeAttribute());
        Assert.Throws<ArgumentException>(() => new RequireScopeAttribute(Scopes.Droplet.Read, " "));
        var app = await StartAsync();
        Assert.Throws<ArgumentException>(() => WebApplication.CreateSlimBuilder().Build().MapGroup("/").RequireDigitalOceanScope(DropletDeck.Scheme, []));
        Assert.NotNull(app);
    }

    [Fact]
    public async Task A_guard_that_names_a_scheme_that_is_not_there_lets_nobody_through()
    {
        var app = await StartAsync(app => app.MapGet("/x", () => "x").RequireDigitalOceanScope("Nobody", Scopes.Droplet.Read));
        using var browser = await app.SignedInAsync();

        Assert.Equal(500, (await browser.GetAsync("/x")).Status);
        Assert.Contains(app.Logs.Lines, line => line.Rest.Contains("DoOAuth:Nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Existing_claims_based_policies_see_the_scopes()
    {
        var app = await StartAsync(
            app => app.MapGet("/claims", () => "claims").RequireAuthorization(policy => policy.RequireClaim("scope", "droplet:create")));
        using var browser = await app.SignedInAsync();
        Assert.Equal(403, (await browser.GetAsync("/claims")).Status);

        await browser.SignInAsync(DropletDeck.Links.Login(scope: Scopes.Droplet.Create));
        Assert.Equal(200, (await browser.GetAsync("/claims")).Status);
    }
}
