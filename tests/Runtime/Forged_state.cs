using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

public sealed class Forged_state : ScriptedTests
{
    [Theory]
    [InlineData("/callback")]
    [InlineData("/callback?code=abc")]
    [InlineData("/callback?code=abc&state=")]
    [InlineData("/callback?code=abc&state=made-up")]
    [InlineData("/callback?code=abc&state=made-up&state=twice")]
    [InlineData("/callback?error=access_denied")]
    [InlineData("/callback?error=access_denied&state=made-up")]
    [InlineData("/callback?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E%0d%0a&state=%00")]
    public async Task A_callback_that_nobody_began_is_refused(string address)
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        AssertRefused(await browser.GetAsync(address), app);
    }

    [Fact]
    public async Task A_tampered_state_is_refused()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();
        var middle = state.Length / 2;
        var tampered = string.Concat(state.AsSpan(0, middle), state[middle] == 'A' ? "B" : "A", state.AsSpan(middle + 1));

        AssertRefused(await browser.GetAsync($"/callback?code=abc&state={tampered}"), app);
    }

    [Fact]
    public async Task A_state_works_once()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        Assert.Equal(302, (await browser.GetAsync(callback.AbsoluteUri)).Status);
        var again = await browser.GetAsync(callback.AbsoluteUri);

        Assert.Equal(400, again.Status);
        Assert.Equal(FailureReasons.StateMismatch, again.Reason);
        Assert.Single(Provider.TokenRequests);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_refusals_state_works_once_too()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        Assert.Equal(403, (await browser.GetAsync(callback.AbsoluteUri)).Status);

        AssertRefused(await browser.GetAsync(callback.AbsoluteUri), app);
    }

    [Fact]
    public async Task Another_browsers_state_is_refused()
    {
        var app = await StartAsync();
        using var victim = app.NewBrowser();
        using var attacker = app.NewBrowser();
        var callback = await attacker.ReachCallbackAsync();
        await victim.LoadAsync("/login");

        AssertRefused(await victim.GetAsync(callback.AbsoluteUri), app);
        Assert.Equal(401, (await victim.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Another_apps_state_is_refused()
    {
        var app = await StartAsync();
        var other = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await new Browser(other.Address).ReachCallbackAsync();

        AssertRefused(await browser.GetAsync("/callback" + callback.Query), app);
    }

    [Theory]
    [InlineData(14, 302)]
    [InlineData(16, 400)]
    public async Task A_state_lives_for_fifteen_minutes_by_the_servers_clock(int minutes, int status)
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        app.Time.Advance(TimeSpan.FromMinutes(minutes));
        var answer = await browser.GetAsync(callback.AbsoluteUri);

        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            AssertRefused(answer, app);
        }
    }

    [Fact]
    public async Task Two_sign_ins_side_by_side_both_work()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var first = await browser.ReachCallbackAsync("/login?returnUrl=%2Ffirst");
        var second = await browser.ReachCallbackAsync("/login?returnUrl=%2Fsecond");

        Assert.Equal("/second", (await browser.LoadAsync(second.AbsoluteUri)).Location.AbsolutePath);
        Assert.Equal("/first", (await browser.LoadAsync(first.AbsoluteUri)).Location.AbsolutePath);
    }

    [Fact]
    public async Task A_page_load_gets_a_page()
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.LoadAsync("/callback?code=abc&state=made-up");

        Assert.Equal(400, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("state_mismatch", answer.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/login?returnUrl=%2F\"", answer.Body, StringComparison.Ordinal);
    }

    private void AssertRefused(Page answer, TestApp app)
    {
        Assert.Equal(400, answer.Status);
        Assert.Equal(FailureReasons.StateMismatch, answer.Reason);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Empty(Provider.TokenRequests);
        Leaks.AssertNone(answer, app, Provider, "made-up", "<script>");
    }
}
