using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.ScopeCount;

/// <summary>A request of a user who granted many scopes, beside one who granted two.</summary>
internal sealed class ScopesSubject : HostedSubject
{
    private const string Many = "60 scopes";
    private const string Few = "2 scopes";

    public override string Name => "scopes";

    public override string Summary => "a request of a user with 60 granted scopes, beside one with 2, and the cookie's size";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        using var provider = new StandInProvider();
        var app = await KeepAsync(OurApp.StartAsync(Keys, provider));
        var many = await SignInAsync(60);
        var few = await SignInAsync(2);
        var turns = new TakingTurns([(Many, await many.PageAsync("/guarded", isGuarded: true)), (Few, await few.PageAsync("/guarded", isGuarded: true))]);
        return
        [
            new Experiment(
                "A request by the number of scopes",
                turns.Variants,
                [Ratio.OfTimes(Many, Few, atMost: 1.15), Ratio.OfBytes(Many, Few, atMost: 1.25)])
            {
                Description = """
                    A guarded `GET` by a signed-in user, in process, to an endpoint that does nothing. The scopes are DigitalOcean's.
                    The two alternate, 200 requests at a time; each round has 100 such turns, and each time is their median.
                    """,
            },
            new Experiment(
                "The cookie by the number of scopes",
                [SizeOf(Many, many), SizeOf(Few, few)],
                [new Ratio($"kilobytes, {Many}", round => round.Bytes(Many) / 1_000, Aim.AtMost(1.6))])
            {
                Description = "The name and value of the session's cookie, which every request sends, with tokens and a user as long as DigitalOcean's.",
                Rounds = 1,
                WarmUp = 0,
            },
        ];

        async Task<SignedIn> SignInAsync(int scopes)
        {
            provider.Grant(GrantedScopeNames.First(scopes));
            return await SignedIn.ToAsync(app, OurApp.CallbackPath);
        }
    }

    private static Variant SizeOf(string name, SignedIn session) => new(name, () => Task.FromResult(new Measure(TimeSpan.Zero, session.Cookies.Length)));
}
