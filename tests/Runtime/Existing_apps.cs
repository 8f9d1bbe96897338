using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>An app that authenticates by other means already stays as it is.</summary>
public sealed class Existing_apps : ScriptedTests
{
    private static void Map(WebApplication app)
    {
        app.MapDropletDeck();
        app.MapGet("/api", (ClaimsPrincipal user) => user.Identity!.Name).RequireAuthorization();
        app.MapGet("/whoami", (HttpContext context) => context.User.Identity?.Name ?? "nobody").AllowAnonymous();
        app.MapGet("/droplets", (DigitalOceanUser user) => user.Name).RequireDropletRead();
        app.MapGet("/unmarked", () => "unmarked");
    }

    private async Task<TestApp> StartWithKeysAsync(string? defaultScheme, bool first, Action<AuthorizationOptions>? authorization = null, params string[] more) =>
        Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                if (!first)
                {
                    builder.AddDropletDeck();
                }

                var authentication = defaultScheme is null ? builder.Services.AddAuthentication() : builder.Services.AddAuthentication(defaultScheme);
                foreach (var scheme in more.Prepend("Key"))
                {
                    authentication.AddScheme<AuthenticationSchemeOptions, KeyHandler>(scheme, null);
                }

                if (first)
                {
                    builder.AddDropletDeck();
                }

                builder.Services.AddAuthorization(authorization ?? (static _ => { }));
            },
            Map));

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData("Key", true)]
    [InlineData("Key", false)]
    public async Task Its_scheme_stays_the_default(string? defaultScheme, bool first)
    {
        var app = await StartWithKeysAsync(defaultScheme, first);
        using var browser = await app.SignedInAsync();

        // A session with DigitalOcean is no key.
        var denied = await browser.GetAsync("/api");
        Assert.Equal(401, denied.Status);
        Assert.Equal("Key", denied.Header("WWW-Authenticate"));
        Assert.Equal("nobody", (await browser.GetAsync("/whoami")).Body);
        Assert.Equal("a program", (await browser.GetAsync("/api", ("X-Key", "secret"))).Body);

        // A key is no session with DigitalOcean.
        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/droplets")).Body);
        using var program = app.NewBrowser();
        Assert.Equal(401, (await program.GetAsync("/droplets", ("X-Key", "secret"))).Status);
        Assert.Equal(401, (await program.GetAsync("/me", ("X-Key", "secret"))).Status);
    }

    [Fact]
    public async Task Without_one_of_its_own_the_session_is_the_default()
    {
        var app = Keep(await TestApp.StartAsync(Provider.Configuration, builder => builder.AddDropletDeck(), Map));
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.GetAsync("/api")).Status);
        Assert.Equal("/login?returnUrl=%2Fapi", (await browser.LoadAsync("/api")).Header("Location"));
        await browser.SignInAsync();

        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/api")).Body);
        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/whoami")).Body);
    }

    [Fact]
    public async Task A_fallback_policy_that_demands_a_user_does_not_lock_the_door_to_login()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.AddDropletDeck();
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            Map));
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.GetAsync("/unmarked")).Status);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(302, (await browser.SignInAsync()).Status);

        Assert.Equal(200, (await browser.GetAsync("/unmarked")).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Neither_does_a_group_that_demands_one()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder => builder.AddDropletDeck(),
            app =>
            {
                var group = app.MapGroup("/inside").RequireAuthorization();
                group.MapDropletDeck();
                group.MapGet("/page", () => "page");
            }));
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.GetAsync("/inside/page")).Status);
        await browser.SignInAsync("/inside/login");

        Assert.Equal("page", (await browser.GetAsync("/inside/page")).Body);
    }

    [Fact]
    public async Task An_endpoint_may_take_either_by_naming_both_schemes()
    {
        var app = await StartWithKeysAsync("Key", first: true, options => options.AddPolicy(
            "either", policy => policy.AddAuthenticationSchemes("Key", DropletDeck.SessionScheme).RequireAuthenticatedUser()));
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);
    }

    [Fact]
    public async Task A_claims_transformation_leaves_guards_and_user_whole()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.AddDropletDeck();
                builder.Services.AddTransient<IClaimsTransformation, PlainCopy>();
            },
            Map));
        using var browser = await app.SignedInAsync();

        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/droplets")).Body);
        Assert.Equal(["account:read", "droplet:read"], (await browser.GetAsync("/me")).Scopes());
    }

    private sealed class PlainCopy : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => Task.FromResult(new ClaimsPrincipal(
            principal.Identities.Select(identity => new ClaimsIdentity(identity.Claims, identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType))));
    }

    private sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Key"] == "secret"
            ? AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "a program"), new Claim("scope", "droplet:read")], Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.Headers.WWWAuthenticate = "Key";
            return base.HandleChallengeAsync(properties);
        }
    }
}
