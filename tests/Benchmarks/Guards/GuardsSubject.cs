using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Guards;

/// <summary>What a guard adds to a request, beside what the framework's authorization adds.</summary>
internal sealed class GuardsSubject : HostedSubject
{
    private const string Open = "no guard";
    private const string Guard = "guard";
    private const string Authorization = "RequireAuthorization alone";
    private const string Claim = "policy with RequireClaim";
    private const string PlainOpen = "AddCookie: no guard";
    private const string PlainPolicy = "AddCookie: policy on a space-separated scope";

    public override string Name => "guards";

    public override string Summary => "what a guard adds to a request, beside RequireAuthorization with a policy";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var ours = await SignedIn.ToAsync(await KeepAsync(OurApp.StartAsync(Keys, new StandInProvider())), OurApp.CallbackPath);
        var plain = await SignedIn.ToAsync(await KeepAsync(PlainApp.StartAsync(Keys, new StandInProvider())), PlainApp.CallbackPath);
        var turns = new TakingTurns(
        [
            (Open, await ours.PageAsync("/open", isGuarded: false)),
            (Guard, await ours.PageAsync("/guarded", isGuarded: true)),
            (Authorization, await ours.PageAsync("/authorized", isGuarded: true)),
            (Claim, await ours.PageAsync("/policy", isGuarded: true)),
            (PlainOpen, await plain.PageAsync("/open", isGuarded: false)),
            (PlainPolicy, await plain.PageAsync("/policy", isGuarded: true)),
        ]);
        return [new Experiment(
            "A guarded request",
            turns.Variants,
            [
                new Ratio("time added, guard : policy on a space-separated scope", round => Added(round, Guard, Open) / Added(round, PlainPolicy, PlainOpen), Aim.AtMost(0.5)),
                new Ratio("time added, guard : policy with RequireClaim, with the same cookie", round => Added(round, Guard, Open) / Added(round, Claim, Open), Aim.AtMost(0.5)),
                new Ratio("bytes added, guard : RequireAuthorization alone", round => Bytes(round, Guard, Open) / Bytes(round, Authorization, Open), Aim.AtMost(1)),
                Ratio.OfTimes(Guard, Open),
            ])
            {
                Description = """
                    A `GET` by a signed-in user, in process, to an endpoint that does nothing. The first four are endpoints of one app with DoOAuth, and the
                    browser has one cookie for all: no guard, `RequireDropletRead()`, `RequireAuthorization()`, and `RequireAuthorization` with a policy
                    that is `RequireClaim("scope", "droplet:read")`, which works because DoOAuth adds a claim for each scope. The last two are endpoints of an app
                    with `AddCookie` and `AddOAuth`, where all scopes are one claim, separated by spaces as in OAuth. `RequireClaim` compares
                    whole values and does not work there, so the policy is
                    `RequireAssertion(context => context.User.FindFirst("scope")?.Value.Split(' ').Contains("droplet:read") == true)`.
                    The added cost is the difference from the endpoint without a guard in the same app. The six alternate, 200 requests at a time;
                    each round has 100 such turns, and each time is their median.
                    """,
            }];
    }

    private static double Added(Round round, string variant, string to) => round.Time(variant) - round.Time(to);

    private static double Bytes(Round round, string variant, string to) => round.Bytes(variant) - round.Bytes(to);
}
