using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Sessions;

/// <summary>A request with a session, beside the framework's cookie.</summary>
internal sealed class SessionsSubject : HostedSubject
{
    private const string Session = "DoOAuth's session";
    private const string Cookie = "AddCookie";

    public override string Name => "sessions";

    public override string Summary => "a request with a session and no refresh due, beside plain cookie authentication";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var ours = await SignedIn.ToAsync(await KeepAsync(OurApp.StartAsync(Keys, new StandInProvider())), OurApp.CallbackPath);
        var plain = await SignedIn.ToAsync(await KeepAsync(PlainApp.StartAsync(Keys, new StandInProvider())), PlainApp.CallbackPath);
        var turns = new TakingTurns(
        [
            (Session, await ours.PageAsync("/open", isGuarded: false)),
            (Cookie, await plain.PageAsync("/open", isGuarded: false)),
        ]);
        return [new Experiment(
            "A request with a session",
            turns.Variants,
            [Ratio.OfTimes(Session, Cookie, atMost: 1.05), Ratio.OfBytes(Session, Cookie)])
            {
                Description = $"""
                    A `GET` by a signed-in user, in process, to an endpoint that does nothing and is not guarded. The cookie is read, and DoOAuth also checks
                    whether the session has ended or a refresh is due. Both cookies contain the same user, the same two scopes and the same tokens, which
                    `AddOAuth` saves in the cookie of `AddCookie` (`SaveTokens`): {ours.Cookies.Length} characters with DoOAuth, {plain.Cookies.Length} with `AddCookie`.
                    The two alternate, 200 requests at a time; each round has 100 such turns, and each time is their median.
                    """,
            }];
    }
}
