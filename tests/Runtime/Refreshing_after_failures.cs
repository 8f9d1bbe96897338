using System.Globalization;

namespace DoOAuth.Tests;

/// <summary>A refresh that failed for a passing reason is tried again, with a pause that grows.</summary>
public sealed class Refreshing_after_failures : HourlyTokens
{
    private static readonly double[] Pauses = [1, 2, 4, 8, 16, 30, 30];

    [Fact]
    public async Task The_pause_is_a_second_and_doubles_to_half_a_minute()
    {
        var (app, browser) = await SignInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 500, "{}");
        app.Time.Advance(Due);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        var attempts = 1;
        foreach (var pause in Pauses)
        {
            Assert.Equal(attempts, Provider.Refreshes.Count);
            app.Time.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromMilliseconds(10));
            Assert.Equal(200, (await browser.GetAsync("/call")).Status);
            Assert.Equal(attempts, Provider.Refreshes.Count);
            app.Time.Advance(TimeSpan.FromMilliseconds(10));
            Assert.Equal(200, (await browser.GetAsync("/call")).Status);
            attempts++;
        }
    }

    [Fact]
    public async Task An_expired_token_is_503_that_says_when_the_next_attempt_is()
    {
        var (app, browser) = await SignInAsync();
        var usual = Provider.Token;
        Provider.Token = (context, _) => Answer.Reset(context);
        app.Time.Advance(Hour);
        foreach (var pause in Pauses[..5])
        {
            var answer = await browser.GetAsync("/call");
            Assert.Equal(503, answer.Status);
            Assert.Equal(pause, double.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture));
            app.Time.Advance(TimeSpan.FromSeconds(pause) / 2);
            var between = await browser.GetAsync("/me");
            Assert.Equal(503, between.Status);
            Assert.Equal(Math.Ceiling(pause / 2), double.Parse(between.Header("Retry-After")!, CultureInfo.InvariantCulture));
            app.Time.Advance(TimeSpan.FromSeconds(pause) / 2);
        }

        Assert.Equal(5, Provider.Refreshes.Count);
        Provider.Token = usual;
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task A_success_makes_the_next_pause_short_again()
    {
        var (app, browser) = await SignInAsync();
        var usual = Provider.Token;
        for (var round = 0; round < 2; round++)
        {
            Provider.Token = (context, _) => Answer.Json(context, 503, "{}");
            app.Time.Advance(Due);
            await browser.GetAsync("/me");
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await browser.GetAsync("/me");
            Assert.Equal((3 * round) + 2, Provider.Refreshes.Count);
            Provider.Token = usual;
            app.Time.Advance(TimeSpan.FromSeconds(2));
            await browser.GetAsync("/me");
            Assert.Equal((3 * round) + 3, Provider.Refreshes.Count);
        }
    }

    [Fact]
    public async Task One_session_in_trouble_makes_no_other_wait()
    {
        var (app, browser) = await SignInAsync();
        using var other = await app.SignedInAsync();
        app.Time.Advance(Hour);
        var usual = Provider.Token;
        Provider.Token = (context, _) => Answer.Json(context, 500, "{}");
        Assert.Equal(503, (await browser.GetAsync("/me")).Status);
        Provider.Token = usual;

        Assert.Equal(200, (await other.GetAsync("/me")).Status);
        Assert.Equal(503, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Thirty_requests_at_once_share_a_failure_too()
    {
        Provider.Lifetime(Hour);
        var app = await StartHourlyAsync(add: BreakableStores.AddTo);
        using var browser = await app.SignedInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 500, "{}");
        Provider.HoldRefreshes(app, "/call", 30);
        app.Time.Advance(Hour);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.Copy().GetAsync("/call")));

        Assert.All(answers, answer => Assert.Equal(503, answer.Status));
        Assert.Single(Provider.Refreshes);
        Assert.Equal(1, BreakableStores.Of(app).Locks);
    }

    [Fact]
    public async Task An_answer_that_the_browser_never_got_costs_nothing()
    {
        _ = new StrictTokens(Provider, Hour);
        var gate = new Gate();
        var app = await StartHourlyAsync(app => app.MapGet("/hang", (CancellationToken cancel) => gate.PassAsync(cancel)).RequireDropletRead());
        using var browser = await app.SignedInAsync();
        var before = browser.SessionCookie()!.Value;
        app.Time.Advance(Due);
        using var gone = new CancellationTokenSource();
        using var impatient = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        impatient.DefaultRequestHeaders.Add("Cookie", $".DoOAuth.DropletDeck={before}");
        var lost = impatient.GetAsync(new Uri(app.Address, "/hang"), gone.Token);
        await gate.Reached;
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);
        Assert.Single(Provider.Refreshes);

        app.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.NotEqual(before, browser.SessionCookie()!.Value);
        app.Time.Advance(Due);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal(2, Provider.Refreshes.Count);
    }
}
