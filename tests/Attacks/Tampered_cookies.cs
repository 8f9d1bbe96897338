using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>The session's cookie, changed, cut, put together in another order, and sent as another cookie.</summary>
public sealed class Tampered_cookies : ScriptedTests
{
    private const string Name = ".DoOAuth.DropletDeck";

    [Fact]
    public async Task One_changed_letter_ends_it_wherever_it_stands()
    {
        var app = await StartAsync();
        var value = await SessionAsync(app);
        for (var place = 0; place < value.Length - 1; place += 7)
        {
            await AssertNobodyAsync(app, $"{Name}={value[..place]}{(value[place] == 'A' ? 'B' : 'A')}{value[(place + 1)..]}");
        }
    }

    [Fact]
    public async Task So_does_cutting_it_at_either_end_or_making_it_longer()
    {
        var app = await StartAsync();
        var value = await SessionAsync(app);
        for (var length = 0; length < value.Length - 1; length += 13)
        {
            await AssertNobodyAsync(app, $"{Name}={value[..length]}");
            await AssertNobodyAsync(app, $"{Name}={value[(length + 1)..]}");
        }

        await AssertNobodyAsync(app, $"{Name}={value}AAAA");
        await AssertNobodyAsync(app, $"{Name}=AAAA{value}");
        await AssertNobodyAsync(app, $"{Name}={value}{value}");
    }

    [Fact]
    public async Task Chunks_are_worth_nothing_but_all_together_and_in_their_order()
    {
        LargeTokens();
        var app = await StartAsync();
        using var user = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        var (own, others) = (Chunks(user), Chunks(other));
        Assert.True(own.Length > 2, "The session fits into too few cookies to tell anything.");

        Assert.Equal(200, await StatusAsync(app, Together(own.Length, own)));
        await AssertNobodyAsync(app, Together(own.Length, own[1..]));
        await AssertNobodyAsync(app, Together(own.Length, own[..^1]));
        await AssertNobodyAsync(app, Together(own.Length - 1, own));
        await AssertNobodyAsync(app, Together(own.Length + 1, own));
        await AssertNobodyAsync(app, Together(own.Length, [own[1], own[0], .. own[2..]]));
        await AssertNobodyAsync(app, Together(own.Length, [own[0], others[1], .. own[2..]]));
        await AssertNobodyAsync(app, Together(own.Length, [others[0], .. own[1..]]));
        foreach (var count in new[] { "-1", "0", "x", "2147483647", "99999999999", "" })
        {
            await AssertNobodyAsync(app, Together(count, own));
        }
    }

    [Fact]
    public async Task Chunks_of_one_class_are_nothing_to_the_other()
    {
        LargeTokens();
        var app = Keep(await BothDecks.StartAsync(Provider.Configuration.Concat(Provider.ConfigurationFor("Admin"))));
        using var user = await app.SignedInAsync();
        var own = Together(Chunks(user).Length, Chunks(user));

        Assert.Equal(200, await StatusAsync(app, own));
        Assert.Equal(401, (await app.NewBrowser().GetAsync("/admin/me", ("Cookie", own.Replace("DropletDeck", "AdminDeck", StringComparison.Ordinal)))).Status);
    }

    [Fact]
    public async Task What_is_protected_for_one_purpose_serves_no_other()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();
        var session = await SessionAsync(app);

        await AssertNobodyAsync(app, $"{Name}={state}");
        var answer = await browser.GetAsync($"/callback?code=x&state={session}");
        Assert.Equal(400, answer.Status);
        Assert.Equal(FailureReasons.StateMismatch, answer.Reason);
    }

    [Fact]
    public async Task Another_apps_session_is_nothing_here()
    {
        var app = await StartAsync();
        var other = await StartAsync();
        await AssertNobodyAsync(app, $"{Name}={await SessionAsync(other)}");
    }

    [Theory]
    [InlineData("x", 401)]
    [InlineData("", 200)]
    public async Task A_cookie_planted_beside_it_takes_nobody_over(string planted, int first)
    {
        var app = await StartAsync();
        var value = await SessionAsync(app);

        // Which of two counts is the framework's choice; neither makes a session of nothing, nor a fault.
        Assert.Contains(await StatusAsync(app, $"{Name}={planted}; {Name}={value}"), new List<int> { first, 200, 401 });
        Assert.Contains(await StatusAsync(app, $"{Name}={value}; {Name}={planted}"), new List<int> { 200, 401 });
        Assert.Equal(200, await StatusAsync(app, $"{Name}X={planted}; {Name}={value}; {Name}C1=x"));
        AssertNoFault(app);
    }

    private void LargeTokens() => Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer()
        .With("access_token", Provider.Secret("doo_v1_" + new string('a', 8000)))
        .With("refresh_token", Provider.Secret("dor_v1_" + new string('b', 8000))).ToString());

    private static async Task<string> SessionAsync(TestApp app)
    {
        using var browser = await app.SignedInAsync();
        return browser.SessionCookie()!.Value;
    }

    private static string[] Chunks(Browser browser) => [.. browser.Cookies.GetAllCookies()
        .Where(cookie => cookie.Name.StartsWith(Name + "C", StringComparison.Ordinal))
        .OrderBy(cookie => cookie.Name.Length).ThenBy(cookie => cookie.Name, StringComparer.Ordinal)
        .Select(cookie => cookie.Value)];

    private static string Together(int count, string[] chunks) => Together($"{count}", chunks);

    private static string Together(string count, string[] chunks) =>
        string.Join("; ", chunks.Select((chunk, place) => $"{Name}C{place + 1}={chunk}").Prepend($"{Name}=chunks-{count}"));

    private static async Task<int> StatusAsync(TestApp app, string cookies)
    {
        using var browser = app.NewBrowser();
        return (await browser.GetAsync("/me", ("Cookie", cookies))).Status;
    }

    private static async Task AssertNobodyAsync(TestApp app, string cookies)
    {
        Assert.Equal(401, await StatusAsync(app, cookies));
        AssertNoFault(app);
    }

    private static void AssertNoFault(TestApp app) => Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Error);
}
