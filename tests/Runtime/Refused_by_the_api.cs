using System.Net.Http.Json;
using System.Text;

namespace DoOAuth.Tests;

/// <summary>
/// A token that the API refuses: replaced where another request has replaced it already, refreshed where none has, and where DigitalOcean
/// gives no other, the session ends with the request that notices.
/// </summary>
public sealed class Refused_by_the_api : HourlyTokens
{
    private static HttpRequestMessage Message(string kind)
    {
        HttpContent? content = kind switch
        {
            "get" or "delete" => null,
            "text" => new StringContent("the same twice"),
            "bytes" => new ReadOnlyMemoryContent(Encoding.UTF8.GetBytes("the same twice")),
            "form" => new FormUrlEncodedContent([new("name", "the same twice")]),
            "json" => JsonContent.Create(new { name = "the same twice" }),
            "json-once" => JsonContent.Create(Once("the same twice")),
            "multipart" => new MultipartFormDataContent { { new StringContent("the same twice"), "name" }, { JsonContent.Create(1), "number" } },
            "stream" => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("the same twice"))),
            "multipart-stream" => new MultipartFormDataContent { { new StreamContent(new MemoryStream([1, 2, 3])), "file" } },
            _ => throw new ArgumentException(kind),
        };
        var method = kind switch { "get" => HttpMethod.Get, "delete" => HttpMethod.Delete, _ => HttpMethod.Post };
        return new HttpRequestMessage(method, Echo) { Content = content };
    }

    // Gives its items to the first who asks, and nothing to the second.
    private static IEnumerable<string> Once(params string[] items)
    {
        var left = new Queue<string>(items);
        return Enumerable.Range(0, items.Length).Where(_ => left.Count > 0).Select(_ => left.Dequeue());
    }

    private static HttpResponseMessage SendOnThisThread(DigitalOceanClient client, HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.Send(request, cancellationToken);

    private async Task<(TestApp App, Browser Browser, Gate Gate)> StartWithGateAsync(Action<DigitalOceanOAuthBuilder>? add = null)
    {
        var gate = new Gate();
        var app = await StartHourlyAsync(app =>
        {
            app.MapGet("/in-flight", async (string kind, DigitalOceanClient client, CancellationToken cancel) =>
            {
                await gate.PassAsync(cancel);
                using var request = Message(kind);
                using var response = kind == "delete" ? SendOnThisThread(client, request, cancel) : await client.SendAsync(request, cancel);
                return (int)response.StatusCode;
            }).RequireDropletRead();
            app.MapGet("/many", async (DigitalOceanClient client, CancellationToken cancel) =>
                (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync(Echo, cancel)))).Count(response => response.IsSuccessStatusCode)).RequireDropletRead();
            app.MapGet("/go", async (string to, DigitalOceanClient client, CancellationToken cancel) =>
            {
                using var response = await client.GetAsync(new Uri(to, UriKind.RelativeOrAbsolute), cancel);
                return (int)response.StatusCode;
            }).RequireDropletRead();
        }, add: add);
        return (app, await app.SignedInAsync(), gate);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("delete")]
    [InlineData("text")]
    [InlineData("bytes")]
    [InlineData("form")]
    [InlineData("json")]
    [InlineData("json-once")]
    [InlineData("multipart")]
    public async Task A_request_in_flight_is_repeated_once_with_the_token_that_took_the_place_of_its_own(string kind)
    {
        _ = new StrictTokens(Provider, Hour);
        var (app, browser, gate) = await StartWithGateAsync();
        gate.Open();
        using var other = browser.Copy();
        var api = Provider.Api;
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        Provider.Api = async (context, request) =>
        {
            arrived.TrySetResult();
            await go.Task;
            await api(context, request);
        };
        var inFlight = browser.GetAsync("/in-flight?kind=" + kind);
        await arrived.Task;
        app.Time.Advance(Due);
        Assert.Equal(200, (await other.GetAsync("/me")).Status);
        go.SetResult();

        Assert.Equal("200", (await inFlight).Body);
        Assert.Single(Provider.Refreshes);
        var sent = Provider.To("/v2/echo");
        Assert.Equal(2, sent.Count);
        Assert.NotEqual(sent[0].Bearer, sent[1].Bearer);
        Assert.Equal(sent[0].Method, sent[1].Method);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.True(kind is "get" or "delete" || sent[1].Body.Contains("twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_began_with_older_tokens_calls_with_the_newest_at_once()
    {
        _ = new StrictTokens(Provider, Hour);
        var (app, browser, gate) = await StartWithGateAsync();
        using var other = browser.Copy();
        var inFlight = browser.GetAsync("/in-flight?kind=stream");
        await gate.Reached;
        app.Time.Advance(Due);
        Assert.Equal(200, (await other.GetAsync("/me")).Status);
        gate.Open();

        Assert.Equal("200", (await inFlight).Body);
        Assert.Single(Provider.To("/v2/echo"));
        Assert.Single(Provider.Refreshes);
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("multipart-stream")]
    public async Task What_cannot_be_repeated_is_not_and_the_session_goes_on(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var (_, browser, gate) = await StartWithGateAsync();
        gate.Open();
        strict.KillAccessTokens();

        Assert.Equal("401", (await browser.GetAsync("/in-flight?kind=" + kind)).Body);
        Assert.Single(Provider.To("/v2/echo"));
        Assert.Equal("200", (await browser.GetAsync("/in-flight?kind=" + kind)).Body);
        Assert.Single(Provider.Refreshes);
    }

    [Fact]
    public async Task A_token_that_died_before_its_time_is_refreshed_and_the_cookie_gets_it_whenever_it_comes_back()
    {
        var strict = new StrictTokens(Provider, TimeSpan.FromDays(30));
        var (app, browser, _) = await StartWithGateAsync();
        strict.KillAccessTokens();
        var before = browser.SessionCookie()!.Value;
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal(before, browser.SessionCookie()!.Value);
        app.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.NotEqual(before, browser.SessionCookie()!.Value);
        Assert.Single(Provider.Refreshes);
        Leaks.AssertNone(app, Provider);
    }

    [Fact]
    public async Task Twenty_calls_at_once_are_refused_and_share_one_refresh()
    {
        var strict = new StrictTokens(Provider, Hour);
        var (app, browser, _) = await StartWithGateAsync(BreakableStores.AddTo);
        strict.KillAccessTokens();
        var usual = Provider.Token;
        Provider.Token = async (context, request) =>
        {
            while (Provider.To("/v2/echo").Count < 20)
            {
                await Task.Delay(20, context.RequestAborted);
            }

            await Task.Delay(200, context.RequestAborted);
            await usual(context, request);
        };

        Assert.Equal("20", (await browser.GetAsync("/many")).Body);
        Assert.Single(Provider.Refreshes);
        Assert.Equal(1, BreakableStores.Of(app).Locks);
    }

    [Fact]
    public async Task Access_that_was_withdrawn_at_DigitalOcean_ends_the_session_cleanly_with_the_request_that_notices()
    {
        var strict = new StrictTokens(Provider, Hour);
        var (app, browser, _) = await StartWithGateAsync();
        using var page = browser.Copy();
        using var copy = browser.Copy();
        strict.WithdrawAccess();

        var notices = await browser.GetAsync("/status");
        Assert.Equal(401, notices.Status);
        Assert.Equal(FailureReasons.InvalidGrant, notices.Reason);

        // The cookie goes half a minute later: by then the browser holds later tokens, if there are any.
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.NotNull(browser.SessionCookie());
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.Null(browser.SessionCookie());
        Assert.Equal(FailureReasons.InvalidGrant, (await copy.GetAsync("/me")).Reason);
        Assert.Equal("/login?returnUrl=%2Fcall", (await page.LoadAsync("/call")).Header("Location"));
        Assert.Single(Provider.Refreshes);
        Leaks.AssertNone(notices, app, Provider);

        await browser.SignInAsync();
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task A_fresh_token_that_is_refused_as_well_ends_it_too()
    {
        _ = new StrictTokens(Provider, Hour);
        Provider.Api = (context, _) => Answer.Json(context, 401, """{"id":"unauthorized"}""");
        var (app, browser, _) = await StartWithGateAsync();
        using var copy = browser.Copy();

        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/status")).Reason);
        Assert.Equal(2, Provider.To("/v2/echo").Count);
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        app.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/me")).Reason);
        Assert.Null(browser.SessionCookie());
        Assert.Equal(FailureReasons.InvalidGrant, (await copy.GetAsync("/me")).Reason);
        Assert.Single(Provider.Refreshes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_api_that_refuses_every_token_sends_no_page_round_and_round(bool hasRefreshToken)
    {
        _ = new StrictTokens(Provider, Hour);
        if (!hasRefreshToken)
        {
            Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("expires_in", 3600).Without("refresh_token").ToString());
        }

        Provider.Api = (context, _) => Answer.Json(context, 401, """{"id":"unauthorized"}""");
        var (_, browser, _) = await StartWithGateAsync();
        var page = await browser.LoadAsync("/call");

        Assert.Equal(401, page.Status);
        Assert.Contains("/login?returnUrl=%2Fcall", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_DigitalOcean_cannot_be_asked_for_another_the_session_stays()
    {
        var strict = new StrictTokens(Provider, Hour);
        var (app, browser, _) = await StartWithGateAsync();
        strict.KillAccessTokens();
        var usual = Provider.Token;
        Provider.Token = (context, _) => Answer.Json(context, 500, "{}");
        Assert.Equal("401", (await browser.GetAsync("/status")).Body);
        Assert.Equal("401", (await browser.GetAsync("/status")).Body);
        Assert.Single(Provider.Refreshes);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);

        Provider.Token = usual;
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Fact]
    public async Task Who_refuses_after_a_redirect_is_not_the_api_and_gets_no_token()
    {
        var foreign = Keep(await ScriptedProvider.StartAsync());
        foreign.Api = (context, _) => Answer.Json(context, 401, "{}");
        _ = new StrictTokens(Provider, Hour);
        Provider.Api = (context, _) =>
        {
            context.Response.Redirect(foreign.Address + "v2/elsewhere");
            return Task.CompletedTask;
        };
        var (_, browser, _) = await StartWithGateAsync();

        Assert.Equal("401", (await browser.GetAsync("/go?to=/v2/x")).Body);
        Assert.Equal("401", (await browser.GetAsync("/go?to=" + Uri.EscapeDataString(foreign.Address + "v2/y"))).Body);
        Assert.Equal(2, foreign.Requests.Count);
        Assert.All(foreign.Requests, request => Assert.False(request.Headers.ContainsKey("Authorization")));
        Assert.Empty(Provider.Refreshes);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_sign_in_without_a_refresh_token_ends_when_its_token_is_refused()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().Without("refresh_token").ToString());
        Provider.Api = (context, _) => Answer.Json(context, 401, "{}");
        var app = await StartHourlyAsync();
        using var browser = await app.SignedInAsync();
        using var copy = browser.Copy();

        Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync("/status")).Reason);
        Assert.Equal(FailureReasons.InvalidGrant, (await copy.GetAsync("/me")).Reason);
        Assert.Empty(Provider.Refreshes);
    }
}
