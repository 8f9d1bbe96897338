using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>An app with accounts of its own, such as ASP.NET Core Identity, gets the users of DigitalOcean in the cookie where it looks for them.</summary>
public sealed class External_logins : ScriptedTests
{
    private static void Build(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(options =>
        {
            options.DefaultScheme = IdentityConstants.ApplicationScheme;
            options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
        }).AddIdentityCookies();

        // There are no accounts to validate a cookie with.
        builder.Services.ConfigureApplicationCookie(options => options.Events = new CookieAuthenticationEvents());
    }

    // As Identity's pages do it: the challenge with the values of SignInManager.ConfigureExternalAuthenticationProperties, then its callback.
    private static void Map(WebApplication app)
    {
        app.MapGet("/external", (string? link) =>
        {
            var properties = new AuthenticationProperties { RedirectUri = "/external/back?returnUrl=%2F" };
            properties.Items["LoginProvider"] = DropletDeck.Scheme;
            if (link is not null)
            {
                properties.Items["XsrfId"] = link;
            }

            return Results.Challenge(properties, [DropletDeck.Scheme]);
        });
        app.MapGet("/external/back", async (HttpContext context) =>
        {
            var external = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
            return Results.Text(string.Join('\n', (external.Properties?.Items ?? new Dictionary<string, string?>())
                .Where(item => !item.Key.StartsWith(".expires", StringComparison.Ordinal) && !item.Key.StartsWith(".issued", StringComparison.Ordinal))
                .Select(item => $"{item.Key}={item.Value}")
                .Concat(external.Principal?.Claims.Select(claim => $"{claim.Type}={claim.Value}") ?? [])));
        });
        app.MapGet("/local-sign-in", async (HttpContext context, string user, string? by) =>
        {
            List<Claim> claims = [new(ClaimTypes.NameIdentifier, user)];
            if (by is not null)
            {
                claims.Add(new(ClaimTypes.AuthenticationMethod, by));
            }

            await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
        });
        app.MapGet("/local-sign-out", (HttpContext context) => context.SignOutAsync(IdentityConstants.ApplicationScheme));
        app.MapGet("/users", (ClaimsPrincipal user) => string.Join(", ", user.Identities.Select(identity => identity.Name ?? identity.FindFirst(ClaimTypes.NameIdentifier)?.Value)))
            .RequireDropletRead().RequireAccountRead();
        app.MapGet("/droplets", (DigitalOceanUser user) => user.Uuid).RequireDropletRead();
    }

    [Theory]
    [InlineData("Identity.BearerAndApplication", "the handler of that scheme is PolicySchemeHandler. Call UseAccounts(IdentityConstants.ApplicationScheme) instead.")]
    [InlineData("Identity.Aplication", "the app has no scheme of that name. Call UseAccounts(IdentityConstants.ApplicationScheme) instead.")]
    public async Task Accounts_of_a_scheme_without_a_cookie_are_an_error_at_start(string scheme, string expected)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(
            Map,
            build: builder =>
            {
                Build(builder);
                builder.Services.AddAuthentication().AddPolicyScheme("Identity.BearerAndApplication", null, options => options.ForwardDefault = IdentityConstants.ApplicationScheme);
            },
            add: added => added.UseAccounts(scheme)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static Task<Page> SignInAsync(Browser browser, string challenge) => browser.FollowAsync(challenge);

    [Fact]
    public async Task The_callback_signs_in_to_the_external_scheme_with_the_challenges_properties()
    {
        var app = await StartAsync(Map, build: Build);
        using var browser = app.NewBrowser();

        var back = await SignInAsync(browser, "/external?link=local-user-7");

        Assert.Equal("/external/back?returnUrl=%2F", back.Address.PathAndQuery);
        var lines = back.Body.Split('\n');
        Assert.Contains("LoginProvider=DropletDeck", lines);
        Assert.Contains("XsrfId=local-user-7", lines);
        var session = await browser.GetAsync("/me");
        Assert.Contains($"{ClaimTypes.NameIdentifier}={(string?)session.Json["uuid"]}", lines);
        Assert.Contains($"{ClaimTypes.Email}={(string?)session.Json["email"]}", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("scope=", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(line => !line.Contains("team", StringComparison.Ordinal) && !line.StartsWith(ClaimTypes.Name + "=", StringComparison.Ordinal)));
        Assert.Equal((string?)session.Json["uuid"], (await browser.GetAsync("/droplets")).Body);
    }

    [Fact]
    public async Task No_token_is_in_the_external_cookie()
    {
        var app = await StartAsync(Map, build: Build);
        using var browser = app.NewBrowser();

        var back = await SignInAsync(browser, "/external");

        Assert.DoesNotContain(back.Body.Split('\n'), line => line.Contains("token", StringComparison.OrdinalIgnoreCase) || line.Contains("code", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Any_other_sign_in_leaves_the_external_cookie_alone()
    {
        var app = await StartAsync(Map, build: Build);
        using var browser = app.NewBrowser();
        await browser.SignInAsync();

        Assert.Equal("", (await browser.GetAsync("/external/back")).Body);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), cookie => cookie.Name == IdentityConstants.ExternalScheme);
    }

    [Fact]
    public async Task A_scheme_that_the_app_names_gets_every_sign_in()
    {
        var app = await StartAsync(Map, options => options.SignInScheme = IdentityConstants.ExternalScheme, Build);
        using var browser = await app.SignedInAsync();

        Assert.Contains(ClaimTypes.NameIdentifier, (await browser.GetAsync("/external/back")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Without_an_external_scheme_the_challenges_properties_are_left_alone()
    {
        var app = await StartAsync(Map, build: builder => builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ExternalScheme));
        using var browser = app.NewBrowser();

        Assert.Equal("", (await SignInAsync(browser, "/external")).Body);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("DigitalOcean", false)]
    [InlineData("My cloud", true)]
    [InlineData(null, true)]
    public async Task The_button_has_the_name_that_the_app_chooses(string? displayName, bool isSet)
    {
        var app = await StartAsync(Map, build: Build, add: added => _ = isSet ? added.WithDisplayName(displayName) : added);

        var schemes = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        // Identity's pages list the schemes that have a name.
        Assert.Equal(displayName is null ? [] : [displayName], schemes.Where(scheme => !string.IsNullOrEmpty(scheme.DisplayName)).Select(scheme => scheme.DisplayName));
    }

    [Theory]
    [InlineData("/local-sign-out", 401)]
    [InlineData("/local-sign-in?user=another", 401)]
    [InlineData("/local-sign-in?user=one", 200)]
    [InlineData("/local-sign-in?user=another&by=DropletDeck", 200)]
    public async Task The_session_ends_with_the_apps_own(string address, int expected)
    {
        var app = await StartAsync(Map, build: Build, add: added => added.UseAccounts(IdentityConstants.ApplicationScheme));
        using var browser = app.NewBrowser();
        await SignInAsync(browser, "/external");
        await browser.GetAsync("/local-sign-in?user=one&by=DropletDeck");
        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);
        using var copy = browser.Copy();

        await browser.GetAsync(address);

        Assert.Equal(expected, (await browser.GetAsync("/droplets")).Status);
        Assert.Equal(expected, (await copy.GetAsync("/droplets")).Status);
    }

    [Theory]
    [InlineData(true, "one, Sammy the Shark")]
    [InlineData(false, "Sammy the Shark")]
    public async Task A_guarded_request_has_the_apps_own_user_too(bool usesAccounts, string expected)
    {
        var app = await StartAsync(Map, build: Build, add: added => _ = usesAccounts ? added.UseAccounts(IdentityConstants.ApplicationScheme) : added);
        using var browser = app.NewBrowser();
        await browser.SignInAsync();
        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/users")).Body);
        await browser.GetAsync("/local-sign-in?user=one&by=DropletDeck");

        Assert.Equal(expected, (await browser.GetAsync("/users")).Body);
    }

    [Fact]
    public async Task An_account_alone_passes_no_guard()
    {
        var app = await StartAsync(Map, build: Build, add: added => added.UseAccounts(IdentityConstants.ApplicationScheme));
        using var browser = app.NewBrowser();
        await browser.GetAsync("/local-sign-in?user=one");

        Assert.Equal(401, (await browser.GetAsync("/users")).Status);
    }

    [Fact]
    public async Task It_does_not_end_with_another_cookie()
    {
        var app = await StartAsync(Map, build: Build);
        using var browser = app.NewBrowser();
        await SignInAsync(browser, "/external");

        await browser.GetAsync("/local-sign-out");

        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);
    }

    [Fact]
    public async Task Events_of_a_type_are_not_replaced()
    {
        var app = await StartAsync(Map, build: builder =>
        {
            Build(builder);
            builder.Services.ConfigureApplicationCookie(options => options.EventsType = typeof(object));
        }, add: added => added.UseAccounts(IdentityConstants.ApplicationScheme));

        var failure = Assert.Throws<InvalidOperationException>(() =>
            app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme));

        Assert.Contains("EventsType", failure.Message, StringComparison.Ordinal);
    }
}
