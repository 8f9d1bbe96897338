namespace DoOAuth.Tests;

/// <summary>A provider that accepts a refresh and never answers it. Users with a valid token hardly notice.</summary>
public sealed class A_silent_provider : HourlyTokens
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _never = new();

    private async Task<TestApp> StartSilentAsync(Action<DigitalOceanOptions>? options = null)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHourlyAsync(options: options);
        var usual = Provider.Token;
        Provider.Token = (context, request) => request.Form["grant_type"] == "refresh_token" ? _never.Task : usual(context, request);
        return app;
    }

    private static async Task<TimeSpan> TimeOfAsync(Func<Task<Page>> load)
    {
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(200, (await load()).Status);
        return TimeProvider.System.GetElapsedTime(began);
    }

    [Fact]
    public async Task With_a_living_token_the_first_page_waits_briefly_and_those_after_it_do_not()
    {
        var app = await StartSilentAsync();
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Due);
        var first = await TimeOfAsync(() => browser.GetAsync("/call"));
        Assert.InRange(first, RefreshesUnderWay.Patience - TimeSpan.FromMilliseconds(100), Brief);

        for (var page = 0; page < 10; page++)
        {
            Assert.InRange(await TimeOfAsync(() => browser.GetAsync("/call")), TimeSpan.Zero, RefreshesUnderWay.Patience - TimeSpan.FromMilliseconds(50));
        }

        Assert.Single(Provider.Refreshes);
        _never.SetResult();
    }

    [Fact]
    public async Task Fifteen_hundred_sessions_do_not_wait_for_each_other()
    {
        var app = await StartSilentAsync();
        using var owner = await app.SignedInAsync();
        var refresh = app.Services.GetRequiredKeyedService<SessionRefresh>(DropletDeck.Scheme);
        var now = app.Time.GetUtcNow();
        var users = Enumerable.Range(0, 1500).Select(number => new UserTokens(
            $"session-{number}", new SessionTokens($"access-{number}", $"refresh-{number}", now + TimeSpan.FromMinutes(1), Hour, Generation: 0)));
        var began = TimeProvider.System.GetTimestamp();
        var outcomes = await Task.WhenAll(users.Select(user => refresh.EnsureFreshAsync(user, SessionUse.Cookie, default).AsTask()));

        // Each of them would have had a lock of its own to wait for: 256 for all took six times as long as the provider's silence.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.Tokens?.Generation));
        _never.SetResult();
    }

    [Fact]
    public async Task The_refresh_finishes_by_itself_and_the_next_page_finds_its_result()
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartHourlyAsync();
        using var browser = await app.SignedInAsync();
        var usual = Provider.Token;
        var answer = new TaskCompletionSource();
        Provider.Token = async (context, request) =>
        {
            await answer.Task;
            await usual(context, request);
        };
        app.Time.Advance(Due);
        var before = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        answer.SetResult();
        for (var tries = 0; tries < 100; tries++)
        {
            if ((string?)(await browser.GetAsync("/call")).Json["bearer"] != before)
            {
                break;
            }

            await Task.Delay(20);
        }

        Assert.NotEqual(before, (string?)(await browser.GetAsync("/call")).Json["bearer"]);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task Without_a_living_token_a_request_waits_for_as_long_as_the_provider_may_take()
    {
        var app = await StartSilentAsync(options => options.BackchannelTimeout = TimeSpan.FromSeconds(1.5));
        using var browser = await app.SignedInAsync();
        app.Time.Advance(Hour);
        var began = TimeProvider.System.GetTimestamp();
        var answer = await browser.GetAsync("/call");

        Assert.Equal((503, FailureReasons.ProviderUnreachable), (answer.Status, answer.Reason));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(1.4), TimeSpan.FromSeconds(6));
        _never.SetResult();
    }
}
