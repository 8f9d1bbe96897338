using DoOAuth.Sandbox;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

/// <summary>Codes that come to the wrong sign-in, against a real OAuth server, which checks for itself what it is sent.</summary>
public sealed class Code_injection : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        var admin = new SandboxClient("the-admin", "the-admin-secret");
        _sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.Clients.Add(admin);
        });
        var configuration = _sandbox.Configuration.Concat(_sandbox.Configuration.Select(
            pair => KeyValuePair.Create(pair.Key.Replace("DigitalOcean:", "Admin:", StringComparison.Ordinal), pair.Value))).ToDictionary();
        configuration["Admin:ClientId"] = admin.ClientId;
        configuration["Admin:ClientSecret"] = admin.ClientSecret;
        _app = await BothDecks.StartAsync(configuration);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_stolen_code_in_the_attackers_own_sign_in_is_refused()
    {
        using var victim = _app.NewBrowser();
        using var attacker = _app.NewBrowser();
        var stolen = await victim.ReachCallbackAsync();
        var own = await attacker.ReachCallbackAsync();

        await AssertRefusedAsync(attacker, Code(stolen), own);
    }

    [Fact]
    public async Task So_is_a_code_that_belongs_to_another_sign_in_of_the_same_browser()
    {
        using var browser = _app.NewBrowser();
        var first = await browser.ReachCallbackAsync();
        var second = await browser.ReachCallbackAsync();

        await AssertRefusedAsync(browser, Code(first), second);
    }

    [Fact]
    public async Task So_is_a_code_that_was_used()
    {
        using var victim = _app.NewBrowser();
        using var attacker = _app.NewBrowser();
        var used = await victim.ReachCallbackAsync();
        Assert.Equal(302, (await victim.LoadAsync(used.AbsoluteUri)).Status);
        var own = await attacker.ReachCallbackAsync();

        await AssertRefusedAsync(attacker, Code(used), own);
    }

    [Fact]
    public async Task So_is_a_whole_callback_played_again_by_whoever_copied_the_cookies_too()
    {
        using var victim = _app.NewBrowser();
        var callback = await victim.ReachCallbackAsync();
        using var thief = victim.Copy();
        Assert.Equal(302, (await victim.LoadAsync(callback.AbsoluteUri)).Status);

        await AssertRefusedAsync(thief, Code(callback), callback);
    }

    [Fact]
    public async Task So_is_a_code_of_the_other_application()
    {
        using var browser = _app.NewBrowser();
        var admin = await browser.ReachCallbackAsync("/admin/login");
        var own = await browser.ReachCallbackAsync();

        await AssertRefusedAsync(browser, Code(admin), own);
        Assert.Equal(401, (await browser.GetAsync("/admin/me")).Status);
    }

    [Fact]
    public async Task So_is_a_code_for_which_the_attacker_took_the_challenge_away()
    {
        using var victim = _app.NewBrowser();
        using var attacker = _app.NewBrowser();
        var authorize = (await victim.LoadAsync("/login")).Location;
        var fields = QueryHelpers.ParseQuery(authorize.Query).ToDictionary(field => field.Key, field => (string?)field.Value.ToString());
        Assert.True(fields.Remove("code_challenge") && fields.Remove("code_challenge_method"));
        var downgraded = await victim.LoadAsync(QueryHelpers.AddQueryString(authorize.GetLeftPart(UriPartial.Path), fields));
        var own = await attacker.ReachCallbackAsync();

        // The verifier goes along all the same, and the server refuses one that it has no challenge for (RFC 9700 section 4.8.2).
        await AssertRefusedAsync(attacker, Code(downgraded.Location), own, 502, FailureReasons.ProviderError);
    }

    [Fact]
    public async Task Nothing_of_a_refused_code_is_in_answer_or_log()
    {
        using var browser = _app.NewBrowser();
        var own = await browser.ReachCallbackAsync();
        var answer = await AssertRefusedAsync(browser, "made-up-code-of-the-attacker", own);

        Assert.DoesNotContain("made-up-code", answer.AllText, StringComparison.Ordinal);
        Assert.NotEmpty(_app.Logs.Own);
        Assert.DoesNotContain(_app.Logs.Own, line => line.All.Contains("made-up-code", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_its_own_sign_in_each_code_works()
    {
        using var browser = _app.NewBrowser();
        var first = await browser.ReachCallbackAsync();
        var admin = await browser.ReachCallbackAsync("/admin/login");

        Assert.Equal(302, (await browser.LoadAsync(first.AbsoluteUri)).Status);
        Assert.Equal(302, (await browser.LoadAsync(admin.AbsoluteUri)).Status);
    }

    private static async Task<Page> AssertRefusedAsync(
        Browser browser, string code, Uri callback, int status = 400, string reason = FailureReasons.InvalidGrant)
    {
        var state = QueryHelpers.ParseQuery(callback.Query)["state"].ToString();
        var answer = await browser.GetAsync($"/callback?code={Uri.EscapeDataString(code)}&state={Uri.EscapeDataString(state)}");

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
        Assert.Null(browser.SessionCookie());
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        return answer;
    }

    private static string Code(Uri callback) => QueryHelpers.ParseQuery(callback.Query)["code"].ToString();
}
