using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth.Tests;

/// <summary>The signed-in user, however a handler asks.</summary>
public sealed class The_user : ScriptedTests
{
    private static void Map(WebApplication app)
    {
        app.MapGet("/parameter", (DigitalOceanUser user) => user.Uuid).RequireDropletRead();
        app.MapGet("/nullable", (DigitalOceanUser? user) => user?.Uuid ?? "nobody");
        app.MapGet("/required", (DigitalOceanUser user) => user.Uuid);
        app.MapGet("/injected", (IServiceProvider services) => services.GetRequiredService<DigitalOceanUser>().Uuid);
        app.MapGet("/service", (UserService service) => service.Uuid).RequireDropletRead();
        app.MapGet("/covers", (DigitalOceanUser user, string scope) => user.HasScope(scope)).RequireDropletRead();
        app.MapGet("/claims", (ClaimsPrincipal user) => user.Claims.Select(claim => $"{claim.Type}={claim.Value}")).RequireDropletRead();
        app.MapGet("/token", async (HttpContext context, CancellationToken _) => await context.GetTokenAsync(DropletDeck.SessionScheme, "access_token"));
    }

    private static void AddService(WebApplicationBuilder builder) => builder.Services.AddScoped<UserService>();

    [Theory]
    [InlineData("/parameter")]
    [InlineData("/nullable")]
    [InlineData("/required")]
    [InlineData("/injected")]
    [InlineData("/service")]
    public async Task Signed_in_it_is_there(string path)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", "user-7").ToString());
        var app = await StartAsync(Map, build: AddService);
        using var browser = await app.SignedInAsync();

        Assert.Equal("user-7", (await browser.GetAsync(path)).Body);
    }

    [Theory]
    [InlineData("/parameter", 401)]
    [InlineData("/nullable", 200)]
    [InlineData("/required", 400)]
    [InlineData("/injected", 401)]
    [InlineData("/service", 401)]
    public async Task Signed_out_it_is_not(string path, int status)
    {
        var app = await StartAsync(Map, build: AddService);
        using var browser = app.NewBrowser();
        var answer = await browser.GetAsync(path);

        Assert.Equal(status, answer.Status);
        if (path == "/nullable")
        {
            Assert.Equal("nobody", answer.Body);
        }

        if (path == "/injected")
        {
            Assert.Equal("/login?returnUrl=%2Finjected", (string?)answer.Json["login"]);
        }
    }

    [Theory]
    [InlineData("account:read droplet:read", "droplet:read", true)]
    [InlineData("account:read droplet:read", "droplet:create", false)]
    [InlineData("read", "image:read", true)]
    [InlineData("read", "registry:read_only", true)]
    [InlineData("read", "droplet:create", false)]
    [InlineData("read", "write", false)]
    [InlineData("api:read", "read", true)]
    [InlineData("write", "droplet:create", true)]
    [InlineData("write", "read", true)]
    [InlineData("api:write", "anything:at_all", true)]
    public async Task It_knows_what_its_scopes_cover(string granted, string scope, bool covered)
    {
        Provider.Grant(granted);
        var app = await StartAsync(Map, build: AddService);
        using var browser = await app.SignedInAsync();

        Assert.Equal(covered ? "true" : "false", (await browser.GetAsync("/covers?scope=" + scope)).Body);
    }

    [Fact]
    public async Task Existing_code_finds_the_usual_claims_each_once()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", "user-7").ToString());
        var app = await StartAsync(Map, build: AddService);
        using var browser = await app.SignedInAsync();
        var claims = (await browser.GetAsync("/claims")).Json.AsArray().Select(claim => (string?)claim);

        Assert.Equal(
            [
                "digitalocean:team:name=My Team",
                "digitalocean:team:uuid=team-1",
                ClaimTypes.Email + "=sammy@example.com",
                ClaimTypes.Name + "=Sammy the Shark",
                ClaimTypes.NameIdentifier + "=user-7",
                "scope=account:read",
                "scope=droplet:read",
            ],
            claims.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_access_token_can_be_asked_for()
    {
        var app = await StartAsync(Map, build: AddService);
        using var browser = await app.SignedInAsync();
        Assert.StartsWith("doo_v1_access", (await browser.GetAsync("/token")).Body, StringComparison.Ordinal);
    }

    internal sealed class UserService(DigitalOceanUser user)
    {
        public string Uuid => user.Uuid;
    }
}
