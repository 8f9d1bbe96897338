using System.Globalization;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Refresh;

/// <summary>Requests that arrive together when the token has expired.</summary>
internal sealed class RefreshSubject : HostedSubject
{
    private const string Provider = "the provider's answer";

    private readonly List<PunctualWait> _waits = [];

    public override string Name => "refresh";

    public override string Summary => "64 requests at an expired token: one refresh, then 64 answers";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync() =>
    [
        await ExperimentAsync(50, bursts: 10),
        await ExperimentAsync(5, bursts: 20),
    ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _waits.ForEach(wait => wait.Dispose());
    }

    private async Task<Experiment> ExperimentAsync(int milliseconds, int bursts)
    {
        var wait = new PunctualWait(TimeSpan.FromMilliseconds(milliseconds));
        _waits.Add(wait);
        var clock = new MovableClock();
        var provider = new StandInProvider(wait);
        var app = await KeepAsync(OurApp.StartAsync(Keys, provider, clock));
        var burst = new ExpiredBurst(app, provider, clock);
        await TierUp.RunAsync(() => burst.RunAsync(bursts: 20));
        var name = string.Create(CultureInfo.InvariantCulture, $"{ExpiredBurst.Requests} requests, the slowest hundredth");
        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"{ExpiredBurst.Requests} requests at an expired token, the provider answering in {milliseconds} ms"),
            [new Variant(Provider, () => MeasureAsync(wait)), new Variant(name, async () => new Measure(await burst.RunAsync(bursts)))],
            [Ratio.OfTimes(name, Provider, atMost: 2)])
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"""
                    In process, with a guarded endpoint: {ExpiredBurst.Requests} requests with the same cookie start at the same time, after its token has expired. Exactly one
                    refresh must arrive at the provider, or the measurement fails, and each request gets the page. A round is {bursts} such bursts, each with a
                    different session; the time is the 99th percentile of all requests, measured from the common start.
                    """),
        };
    }

    private static async Task<Measure> MeasureAsync(PunctualWait wait)
    {
        const int Times = 10;
        var start = TimeProvider.System.GetTimestamp();
        for (var time = 0; time < Times; time++)
        {
            await wait.WaitAsync();
        }

        return new Measure(TimeProvider.System.GetElapsedTime(start) / Times);
    }
}
