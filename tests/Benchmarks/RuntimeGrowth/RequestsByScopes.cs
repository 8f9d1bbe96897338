using System.Globalization;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Benchmarks.ScopeCount;

namespace DoOAuth.Benchmarks.RuntimeGrowth;

/// <summary>A guarded request by the number of scopes that the user granted.</summary>
internal static class RequestsByScopes
{
    private static readonly int[] Counts = [1, 2, 5, 10, 20, 40, 80, 160];

    public static async Task<Experiment> ExperimentAsync(Func<Task<HostedApp>, Task<HostedApp>> keepAsync, KeyFolder keys)
    {
        using var provider = new StandInProvider();
        var app = await keepAsync(OurApp.StartAsync(keys, provider));
        var operations = new List<(string Name, Func<Task> RunAsync)>();
        foreach (var count in Counts)
        {
            // One that covers the other lets the user through alone.
            provider.Grant(count == 1 ? ["read"] : GrantedScopeNames.First(count));
            operations.Add((NameOf(count), await (await SignedIn.ToAsync(app, OurApp.CallbackPath)).PageAsync("/guarded", isGuarded: true)));
        }

        var curve = new Curve("growth-granted-scopes", "granted scopes", [.. Counts.Select(count => ((double)count, NameOf(count)))]);
        return new Experiment("A guarded request by granted scopes", new TakingTurns(operations).Variants, [.. curve.Steps()])
        {
            Description = "A guarded `GET` by a signed-in user, in process, to an endpoint that does nothing.",
            Curve = curve,
        };
    }

    private static string NameOf(int count) => string.Create(CultureInfo.InvariantCulture, $"scopes: {count}");
}
