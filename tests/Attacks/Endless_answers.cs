using System.Text;

namespace DoOAuth.Tests;

/// <summary>Answers without an end, to the requests that a sign-in and a session send in addition to the token request.</summary>
public sealed class Endless_answers : ScriptedTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static TheoryData<string, int, string> Kinds => new()
    {
        { "flood", 502, FailureReasons.ProviderError },
        { "large", 502, FailureReasons.ProviderError },
        { "drip", 504, FailureReasons.ProviderUnreachable },
        { "silence", 504, FailureReasons.ProviderUnreachable },
        { "reset", 502, FailureReasons.ProviderUnreachable },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task To_the_account_they_end_the_sign_in_with_a_reason(string kind, int status, string reason)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().Without("info").ToString());
        Provider.Account = Script(kind);
        var app = await StartAsync(options: options => Limit(options, kind));
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
        Leaks.AssertNone(answer, app, Provider);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task To_a_refresh_they_leave_the_session_as_it_is(string kind, int status, string reason)
    {
        Assert.True(status > 500, reason);
        var app = await StartAsync(options: options => Limit(options, kind));
        using var browser = await app.SignedInAsync();
        Provider.Token = Script(kind);
        app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var me = await browser.GetAsync("/me");

        Assert.Equal(200, me.Status);
        Assert.NotEmpty(Provider.Refreshes);
        Leaks.AssertNone(me, app, Provider);
    }

    private static void Limit(DigitalOceanOptions options, string kind)
    {
        if (kind is "drip" or "silence")
        {
            options.BackchannelTimeout = Short;
        }
    }

    private static Script Script(string kind) => (context, _) => kind switch
    {
        "flood" => Answer.Flood(context),
        "large" => Answer.Bytes(context, 200, "application/json", Encoding.UTF8.GetBytes($"{{\"padding\":\"{new string('x', 1024 * 1024)}\"}}")),
        "drip" => Answer.Drip(context),
        "silence" => Answer.Silence(context),
        _ => Answer.Reset(context),
    };
}
