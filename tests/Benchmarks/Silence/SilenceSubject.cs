using System.Globalization;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>Page loads while the provider accepts a refresh and never answers it, beside the commit where every page waited for it.</summary>
internal sealed class SilenceSubject : Subject
{
    private const string Now = "this build";
    private const string Before = "61a5754";

    // The page load that is slower than all but a hundredth, where 1,500 users come at once.
    private const int MostUsers = 1_500;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    public override string Name => "silence";

    public override string Summary => $"page loads while the provider never answers a refresh, beside commit {Before}";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        Dotnet.KeepsBuildServers = true;
        var now = await SilentApp.BuildAsync("now", Repository.Root);
        var before = await SilentApp.BuildAsync(Before, await EarlierCommit.UnpackAsync(Before, SilentApp.Folder));
        return [.. new[] { 1, 100, MostUsers }.Select(users => Experiment(new SilentVisits(Now, now, users), new SilentVisits(Before, before, users), users))];
    }

    private static Experiment Experiment(SilentVisits now, SilentVisits before, int users)
    {
        List<Ratio> ratios =
        [
            Ratio.OfTimes(now.Percentile99, before.Percentile99, atMost: 0.1),
            Ratio.OfTimes(now.Median, before.Median),
            Ratio.OfTimes(now.Slowest, before.Slowest),
            new("share of the page loads that were cut off, " + Now, round => round[now.Slowest].CutOffShare, Aim.AtMost(0)),
            new("share of the page loads that were cut off, " + Before, round => round[before.Slowest].CutOffShare),
        ];
        if (users == MostUsers)
        {
            ratios.Insert(1, new($"time, {now.Percentile99} : {Seconds(Longest)}", round => round.Time(now.Percentile99) / Longest.TotalMilliseconds, Aim.AtMost(1)));
        }

        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"Page loads of {users:N0} {(users == 1 ? "session" : "sessions at once")}, the provider silent"),
            [.. now.Variants, .. before.Variants],
            ratios)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"""
                The same small app (tests/Benchmarks/Silence/App) in a separate process, with the runtime of this build and with that of commit {Before}, and a
                provider whose sign-in works, but which accepts each refresh and never responds. {users:N0} {(users == 1 ? "user signs" : "users sign")} in; the app's clock is advanced
                until a refresh is due and the tokens are valid for almost five more minutes. Then {(users == 1 ? "the user loads" : "all of them load")} the page at once over
                {(users == 1 ? "an open connection" : "open connections")}, and four more times, each time 2 to 4 seconds after the page arrived. The times are those of single page loads, in all
                rounds, measured by the client, which runs on the same processors as the provider. After {Seconds(SilentVisits.Patience)} the client stops waiting: a page that has not arrived
                by then counts with the time that the client waited.
                """),
            Rounds = 3,
            WarmUp = 0,
        };
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
