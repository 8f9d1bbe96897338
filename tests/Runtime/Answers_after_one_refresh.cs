using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DoOAuth.Tests;

/// <summary>What requests that shared one refresh answer with: cookies that hold its tokens, each of its own session alone.</summary>
public sealed class Answers_after_one_refresh : HourlyTokens
{
    private const int Requests = 64;

    [Fact]
    public async Task All_carry_the_same_cookie_and_it_signs_in_with_the_new_tokens()
    {
        var (app, browser) = await SignInAsync();
        var old = browser.SessionCookie()!.Value;
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/call", Requests);
        var browsers = Copies(browser, Requests);
        var answers = await Task.WhenAll(browsers.Select(copy => copy.GetAsync("/call")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var bearer = Assert.Single(answers.Select(answer => (string?)answer.Json["bearer"]).Distinct());
        Assert.NotEqual(old, Assert.Single(browsers.Select(copy => copy.SessionCookie()!.Value).Distinct()));

        app.Time.Advance(TimeSpan.FromMinutes(11));
        var later = await Task.WhenAll(browsers.Select(copy => copy.GetAsync("/call")));
        Assert.All(later, answer => Assert.Equal(bearer, (string?)answer.Json["bearer"]));
        Assert.Single(Provider.Refreshes);

        app.Time.Advance(Due);
        await browsers[^1].GetAsync("/call");
        Assert.Equal(2, Provider.Refreshes.Count);
        Assert.Equal(2, Provider.Refreshes.Select(request => request.Form["refresh_token"]).Distinct().Count());
    }

    [Fact]
    public async Task Two_sessions_that_are_refreshed_at_once_never_get_each_others_cookie()
    {
        var (app, first) = await SignInAsync();
        using var second = await app.SignedInAsync();
        string[] users = [await UserOfAsync(first), await UserOfAsync(second)];
        Assert.NotEqual(users[0], users[1]);
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/call", 2 * Requests);
        Browser[][] browsers = [Copies(first, Requests), Copies(second, Requests)];
        await Task.WhenAll(browsers[0].Zip(browsers[1]).SelectMany(pair => new[] { pair.First.GetAsync("/call"), pair.Second.GetAsync("/call") }));

        Assert.Equal(2, Provider.Refreshes.Count);
        var bearers = new List<string?>();
        for (var session = 0; session < 2; session++)
        {
            Assert.Single(browsers[session].Select(copy => copy.SessionCookie()!.Value).Distinct());
            app.Time.Advance(TimeSpan.FromMinutes(11));
            foreach (var copy in browsers[session])
            {
                Assert.Equal(users[session], await UserOfAsync(copy));
                bearers.Add((string?)(await copy.GetAsync("/call")).Json["bearer"]);
            }
        }

        Assert.Single(bearers.Take(Requests).Distinct());
        Assert.Equal(2, bearers.Distinct().Count());
    }

    [Fact]
    public async Task What_the_app_adds_to_the_user_for_one_request_gets_into_the_cookie_of_its_answer_alone()
    {
        Provider.Lifetime(Hour);
        var app = await StartAsync(
            map: app => app.MapGet("/seen", (HttpContext context) => string.Join(' ', context.User.FindAll("seen").Select(claim => claim.Value))).RequireDropletRead(),
            build: builder => builder.Services.Configure<CookieAuthenticationOptions>(DropletDeck.SessionScheme, options =>
                options.Events.OnValidatePrincipal = context =>
                {
                    if (context.Request.Query["as"] is [{ } name])
                    {
                        ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim("seen", name));
                    }

                    return Task.CompletedTask;
                }));
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/seen", 8);
        var browsers = Copies(browser, 8);
        await Task.WhenAll(browsers.Select((copy, number) => copy.GetAsync($"/seen?as={number / 2}")));

        Assert.Single(Provider.Refreshes);
        for (var number = 0; number < browsers.Length; number++)
        {
            Assert.Equal($"{number / 2}", (await browsers[number].GetAsync("/seen")).Body);
        }
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_blocks_none_of_the_others()
    {
        Provider.Lifetime(Hour);
        using var meeting = new Barrier(2);
        var app = await StartHourlyAsync(app => app.MapGet(
            "/meet", () => meeting.SignalAndWait(TimeSpan.FromSeconds(20)) ? Results.Ok() : Results.StatusCode(503)).RequireDropletRead());
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour);
        Provider.HoldRefreshes(app, "/meet", 2);
        var answers = await Task.WhenAll(Copies(browser, 2).Select(copy => copy.GetAsync("/meet")));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(Provider.Refreshes);
    }

    private static Browser[] Copies(Browser browser, int count) => [.. Enumerable.Range(0, count).Select(_ => browser.Copy())];

    private static async Task<string> UserOfAsync(Browser browser) => (string)(await browser.GetAsync("/me")).Json["uuid"]!;
}
