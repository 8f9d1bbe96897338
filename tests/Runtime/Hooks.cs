using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace DoOAuth.Tests;

/// <summary>Static methods on the annotated class, found by their names.</summary>
public sealed class Hooks : ScriptedTests
{
    private readonly HookScript _script = new();

    private async Task<TestApp> StartAnsweringAsync() => Keep(await TestApp.StartAsync(
        Provider.Configuration,
        builder =>
        {
            builder.AddAnsweringDeck();
            builder.Services.AddSingleton(_script);
        },
        app =>
        {
            app.MapAnsweringDeck();
            app.MapGet("/claim", (ClaimsPrincipal user) => user.FindFirst("plan")?.Value ?? "none").RequireAnsweringDropletRead();
        }));

    private async Task<TestApp> StartWatchingAsync() => Keep(await TestApp.StartAsync(
        Provider.Configuration,
        builder =>
        {
            builder.AddWatchingDeck();
            builder.Services.AddSingleton(_script);
        },
        app => app.MapWatchingDeck()));

    [Fact]
    public async Task ConfigureOptions_and_ConfigureCookie_have_their_way()
    {
        Provider.Token = (context, _) => Answer.Silence(context);
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        Assert.Equal(504, (await browser.SignInForProblemAsync(AnsweringDeck.LoginPath)).Status);
        Assert.Equal("none", Provider.Requests[0].QueryFields["prompt"]);

        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().ToString());
        await browser.SignInAsync(AnsweringDeck.LoginPath);
        Assert.Contains(browser.Cookies.GetAllCookies(), cookie => cookie.Name == "renamed");
        Assert.Equal(200, (await browser.GetAsync(AnsweringDeck.UserPath)).Status);
        app.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(401, (await browser.GetAsync(AnsweringDeck.UserPath)).Status);
    }

    [Fact]
    public async Task OnSignedIn_sees_who_signed_in_and_its_result_replaces_the_redirect()
    {
        _script.SignedIn = signIn => Results.Text("welcome " + signIn.User.Name, statusCode: 201);
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync(AnsweringDeck.Links.Login("/droplets"));

        Assert.Equal(201, answer.Status);
        Assert.Equal("welcome Sammy the Shark", answer.Body);
        Assert.Null(answer.Header("Location"));
        Assert.Equal(200, (await browser.GetAsync(AnsweringDeck.UserPath)).Status);
        var signIn = Assert.Single(_script.SignIns);
        Assert.Equal("/droplets", signIn.ReturnUrl);
        Assert.Equal(["droplet:read"], signIn.User.Scopes);
        Assert.StartsWith("doo_v1_access", signIn.Properties.GetTokenValue("access_token"), StringComparison.Ordinal);
        Assert.Equal(signIn.User.Uuid, signIn.Principal.FindFirst(ClaimTypes.NameIdentifier)!.Value);
    }

    [Theory]
    [InlineData(false, 403)]
    [InlineData(true, 418)]
    public async Task OnSignedIn_may_refuse_and_no_session_is_written(bool answers, int status)
    {
        _script.SignedIn = signIn =>
        {
            signIn.Refuse();
            return answers ? Results.StatusCode(418) : null;
        };
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync(AnsweringDeck.LoginPath);

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith("renamed=", StringComparison.Ordinal));
        Assert.Equal(401, (await browser.GetAsync(AnsweringDeck.UserPath)).Status);
    }

    [Fact]
    public async Task Claims_that_OnSignedIn_adds_stay_in_the_session()
    {
        _script.SignedIn = signIn =>
        {
            ((ClaimsIdentity)signIn.Principal.Identity!).AddClaim(new Claim("plan", "pro"));
            return null;
        };
        var app = await StartAnsweringAsync();
        using var browser = await app.SignedInAsync(AnsweringDeck.LoginPath);

        Assert.Equal("pro", (await browser.GetAsync("/claim")).Body);
        Assert.Equal(["droplet:read"], (await browser.GetAsync(AnsweringDeck.UserPath)).Scopes());
    }

    [Fact]
    public async Task OnFailed_sees_the_reason_and_its_result_replaces_the_answer()
    {
        _script.Failed = failure => Results.Text("sorry: " + failure.Reason, statusCode: 418);
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"), ("error_description", "provider-text"));
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync(AnsweringDeck.Links.Login("/droplets"));

        Assert.Equal(418, answer.Status);
        Assert.Equal("sorry: access_denied", answer.Body);
        var failure = Assert.Single(_script.Failures);
        Assert.Equal(403, failure.StatusCode);
        Assert.Equal("/droplets", failure.ReturnUrl);
        Assert.Empty(failure.MissingScopes);
        Assert.DoesNotContain("provider-text", failure.Description, StringComparison.Ordinal);
        Assert.Empty(_script.SignIns);
    }

    [Fact]
    public async Task OnFailed_knows_the_missing_scopes()
    {
        Provider.Grant("account:read");
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        Assert.Equal(403, (await browser.SignInAsync(AnsweringDeck.Links.Login("/x"))).Status);

        var failure = Assert.Single(_script.Failures);
        Assert.Equal(FailureReasons.ScopeMissing, failure.Reason);
        Assert.Equal(["droplet:read"], failure.MissingScopes);
        Assert.Equal("/x", failure.ReturnUrl);
    }

    [Fact]
    public async Task Without_a_result_everything_goes_its_usual_way()
    {
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        Assert.Equal("/x", (await browser.SignInAsync(AnsweringDeck.Links.Login("/x"))).Header("Location"));
        Assert.Equal(400, (await browser.GetAsync(AnsweringDeck.CallbackPath)).Status);
        Assert.Single(_script.SignIns);
        Assert.Equal("/", Assert.Single(_script.Failures).ReturnUrl);
    }

    [Fact]
    public async Task Hooks_that_return_nothing_watch()
    {
        var app = await StartWatchingAsync();
        using var browser = app.NewBrowser();
        Assert.Equal("/x", (await browser.SignInAsync(WatchingDeck.Links.Login("/x"))).Header("Location"));
        Assert.Equal(400, (await browser.GetAsync(WatchingDeck.CallbackPath)).Status);

        Assert.Single(_script.SignIns);
        Assert.Equal(FailureReasons.StateMismatch, Assert.Single(_script.Failures).Reason);
    }

    [Fact]
    public async Task A_hook_that_throws_signs_nobody_in()
    {
        _script.SignedIn = _ => throw new InvalidOperationException("the hook's own fault");
        var app = await StartAnsweringAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync(AnsweringDeck.LoginPath);

        Assert.Equal(500, answer.Status);
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith("renamed=", StringComparison.Ordinal));
        Assert.Equal(401, (await browser.GetAsync(AnsweringDeck.UserPath)).Status);
        Leaks.AssertNone(answer, app, Provider);
    }
}
