using System.Net;

namespace DoOAuth.Tests;

/// <summary>A browser keeps 4096 bytes a cookie: what is longer is cut into several, and put together again.</summary>
public sealed class Cookie_size : ScriptedTests
{
    private const int LongestToken = 8 * 1024;

    private void IssueTokensOf(int length) => Provider.Token = (context, _) =>
    {
        var answer = Provider.TokenAnswer();
        return Answer.Json(context, 200, answer
            .With("access_token", answer.AccessToken.PadRight(length, 'a'))
            .With("refresh_token", answer.RefreshToken.PadRight(length, 'r'))
            .With("expires_in", 3600).ToString());
    };

    private static List<Cookie> SessionCookies(Browser browser) =>
        [.. browser.Cookies.GetAllCookies().Where(cookie => cookie.Name.StartsWith(".DoOAuth.DropletDeck", StringComparison.Ordinal))];

    [Fact]
    public async Task With_DigitalOceans_tokens_and_every_scope_one_cookie_is_enough()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer()
            .With("access_token", Provider.Secret("doo_v1_" + new string('a', 64)))
            .With("refresh_token", Provider.Secret("dor_v1_" + new string('r', 64)))
            .With("scope", string.Join(' ', Enumerable.Range(0, 170).Select(number => $"resource_{number / 4}:{new[] { "create", "read", "update", "delete" }[number % 4]}"))
                + " account:read droplet:read").ToString());
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();

        Assert.InRange(Assert.Single(SessionCookies(browser)).Value.Length, 200, 3000);
    }

    [Fact]
    public async Task The_longest_tokens_there_may_be_are_cut_up_and_each_piece_has_all_flags()
    {
        IssueTokensOf(LongestToken);
        var app = await StartAsync(app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead());
        using var browser = app.NewBrowser();
        var pieces = (await browser.SignInAsync()).SetCookies.Where(cookie => cookie.StartsWith(".DoOAuth.DropletDeck", StringComparison.Ordinal)).ToList();
        Assert.InRange(pieces.Count, 5, 9);
        Assert.All(pieces, piece =>
        {
            Assert.InRange(piece.Length, 1, 4096);
            Assert.Contains("httponly", piece, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", piece, StringComparison.OrdinalIgnoreCase);
        });

        Assert.Equal(LongestToken, ((string)(await browser.GetAsync("/call")).Json["bearer"]!).Length);
        app.Time.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Single(Provider.Refreshes);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Empty(SessionCookies(browser));
    }

    [Fact]
    public async Task Tokens_that_become_short_again_leave_a_session_that_works()
    {
        IssueTokensOf(LongestToken);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        IssueTokensOf(71);
        app.Time.Advance(TimeSpan.FromMinutes(57));
        await browser.GetAsync("/me");

        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.DoesNotContain("chunks", browser.SessionCookie()!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("swapped")]
    [InlineData("cut")]
    public async Task Pieces_that_do_not_fit_are_no_session_and_no_fault(string what)
    {
        IssueTokensOf(LongestToken);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        var pieces = SessionCookies(browser).ToDictionary(cookie => cookie.Name, cookie => cookie.Value);
        const string One = ".DoOAuth.DropletDeckC1", Two = ".DoOAuth.DropletDeckC2";
        switch (what)
        {
            case "missing":
                pieces.Remove(Two);
                break;
            case "swapped":
                (pieces[One], pieces[Two]) = (pieces[Two], pieces[One]);
                break;
            default:
                pieces[Two] = pieces[Two][..100];
                break;
        }

        using var other = app.NewBrowser();
        var answer = await other.GetAsync("/me", ("Cookie", string.Join("; ", pieces.Select(piece => $"{piece.Key}={piece.Value}"))));
        Assert.Equal(401, answer.Status);
    }

    [Fact]
    public async Task On_the_server_it_is_one_short_cookie_whatever_the_tokens_are()
    {
        IssueTokensOf(LongestToken);
        var app = await StartAsync(add: builder => builder.StoreSessionsOnServer());
        using var browser = await app.SignedInAsync();

        Assert.InRange(Assert.Single(SessionCookies(browser)).Value.Length, 100, 500);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }
}
