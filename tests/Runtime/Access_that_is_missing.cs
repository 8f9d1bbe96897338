namespace DoOAuth.Tests;

/// <summary>
/// A handler finds the user's access missing and leaves it at that: the answer is the one that a guard gives, whatever the app does with exceptions.
/// </summary>
public sealed class Access_that_is_missing : FailingApps
{
    private static readonly string[] Paths = ["/call", "/unguarded", "/blocking", "/all-at-once", "/group/7/call", "/controller/call"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Access_that_the_user_withdrew_is_answered_with_its_reason(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartAsync(kind);
        foreach (var (path, method) in Paths.SelectMany(path => new[] { (path, HttpMethod.Get), (path, HttpMethod.Post) }))
        {
            using var browser = await app.SignedInAsync();
            Assert.Equal(200, (await browser.SendAsync(method, Base(kind) + path)).Status);
            strict.WithdrawAccess();
            var answer = await browser.SendAsync(method, Base(kind) + path, ("Accept", "application/json"));

            Assert.Equal(401, answer.Status);
            Assert.Equal("application/problem+json", answer.ContentType);
            Assert.Equal(FailureReasons.InvalidGrant, answer.Reason);
            Assert.Equal(Base(kind) + "/login" + (method == HttpMethod.Get ? "?returnUrl=" + Uri.EscapeDataString(Base(kind) + path) : ""), (string?)answer.Json["login"]);
            Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
            Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
            Leaks.AssertNone(answer, app, Provider);
            Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync(Base(kind) + "/me")).Reason);
            app.Time.Advance(TimeSpan.FromSeconds(31));
            Assert.Equal(FailureReasons.InvalidGrant, (await browser.GetAsync(Base(kind) + "/me")).Reason);
            Assert.Null(browser.SessionCookie());
        }

        AssertNoErrors(app, kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_that_notices_goes_on_to_login_and_comes_back(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartAsync(kind);
        foreach (var path in Paths)
        {
            using var browser = await app.SignedInAsync();
            using var form = await app.SignedInAsync();
            strict.WithdrawAccess();
            var page = await browser.LoadAsync($"{Base(kind)}{path}?x=1");

            Assert.Equal(302, page.Status);
            Assert.Equal($"{Base(kind)}/login?returnUrl={Uri.EscapeDataString($"{Base(kind)}{path}?x=1")}", page.Header("Location"));
            Assert.Equal(200, (await browser.FollowAsync(page.Location.AbsoluteUri)).Status);

            // What was posted cannot be sent again.
            var posted = await form.SubmitAsync(Base(kind) + path);
            Assert.Equal(303, posted.Status);
            Assert.Equal(Base(kind) + "/login", posted.Header("Location"));
        }

        AssertNoErrors(app, kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_is_not_signed_in_is_told_so_where_no_guard_does(string kind)
    {
        var app = await StartAsync(kind);
        using var browser = app.NewBrowser();
        var answer = await browser.GetAsync(Base(kind) + "/unguarded");

        Assert.Equal(401, answer.Status);
        Assert.Equal(Base(kind) + "/login?returnUrl=" + Uri.EscapeDataString(Base(kind) + "/unguarded"), (string?)answer.Json["login"]);
        Assert.Null(answer.Json["reason"]);
        Assert.Equal($"{Base(kind)}/login?returnUrl={Uri.EscapeDataString(Base(kind) + "/unguarded")}", (await browser.LoadAsync(Base(kind) + "/unguarded")).Header("Location"));
        Assert.Empty((await browser.SendAsync(HttpMethod.Head, Base(kind) + "/unguarded")).Body);
        AssertNoErrors(app, kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_passes_is_503_with_a_time_to_try_again(string kind)
    {
        _ = new StrictTokens(Provider, Hour);
        var app = await StartAsync(kind);
        using var browser = await app.SignedInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 500, "{}");
        app.Time.Advance(Hour);
        var answer = await browser.GetAsync(Base(kind) + "/unguarded");

        Assert.Equal(503, answer.Status);
        Assert.Equal(FailureReasons.ProviderUnreachable, answer.Reason);
        Assert.NotNull(answer.Header("Retry-After"));
        var page = await browser.LoadAsync(Base(kind) + "/unguarded");
        Assert.Equal(503, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.NotNull(page.Header("Retry-After"));
        Assert.NotNull(browser.SessionCookie());
        AssertNoErrors(app, kind);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_store_that_is_gone_in_the_middle_of_a_call_is_503_too(string kind)
    {
        var strict = new StrictTokens(Provider, Hour);
        var app = await StartAsync(kind, add: BreakableStores.AddTo);
        using var browser = await app.SignedInAsync();
        strict.KillAccessTokens();
        var usual = Provider.Api;
        Provider.Api = (context, request) =>
        {
            BreakableStores.Of(app).IsAway = true;
            return usual(context, request);
        };
        var answer = await browser.GetAsync(Base(kind) + "/unguarded");

        Assert.Equal(503, answer.Status);
        Assert.Equal(FailureReasons.StoreUnreachable, answer.Reason);
        Assert.NotNull(answer.Header("Retry-After"));
        AssertNoErrors(app, kind);
    }
}
