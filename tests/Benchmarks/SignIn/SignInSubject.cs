using System.Diagnostics;
using System.Globalization;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.SignIn;

/// <summary>Whole sign-ins beside those of ASP.NET Core's own OAuth handler.</summary>
internal sealed class SignInSubject : Subject
{
    private const string Ours = "DoOAuth";
    private const string Framework = "AddOAuth";

    private static readonly TimeSpan ProviderAnswersAfter = TimeSpan.FromMilliseconds(5);

    // Enough for the compiler to be done with what it optimizes as it learns how the code runs.
    private const int SignInsBefore = 20_000;

    private readonly KeyFolder _keys = new();
    private readonly List<HostedApp> _apps = [];

    public override string Name => "sign-in";

    public override string Summary => "sign-ins per second and their bytes, beside ASP.NET Core's AddOAuth";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var ours = new StandInProvider(ProviderAnswersAfter);
        var theirs = new StandInProvider(ProviderAnswersAfter);
        var variants = new[]
        {
            new SignIns(Ours, await AddAsync(OurApp.StartAsync(_keys, ours)), ours, OurApp.CallbackPath),
            new SignIns(Framework, await AddAsync(PlainApp.StartAsync(_keys, theirs)), theirs, PlainApp.CallbackPath),
        };
        foreach (var variant in variants)
        {
            await variant.CheckAsync();
        }

        await Task.WhenAll(variants.Select(variant => variant.RunAsync(SignInsBefore, atOnce: 256)));
        var waited = await WaitedAsync();
        return [.. new[] { 1, 8, 64 }.Select(atOnce => ExperimentOf(atOnce, variants, waited))];
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        _keys.Dispose();
        await base.DisposeAsync();
    }

    private static Experiment ExperimentOf(int atOnce, SignIns[] variants, TimeSpan waited)
    {
        var signIns = Math.Clamp(atOnce * 50, 50, 1_600);
        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"Sign-in, {atOnce} at a time"),
            [.. variants.Select(variant => new Variant(variant.Name, () => variant.MeasureAsync(signIns, atOnce)))],
            [Ratio.OfRates(Ours, Framework, atLeast: 1.8), Ratio.OfBytes(Ours, Framework, atMost: 1)])
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"""
                {signIns} sign-ins a round, {atOnce} at a time: login, callback, and the first page, which shows the user as JSON. The time is that of all, divided by their number.
                """),
        };
    }

    private async Task<HostedApp> AddAsync(Task<HostedApp> starting)
    {
        var app = await starting;
        _apps.Add(app);
        return app;
    }

    // What a timer makes of the provider's wait.
    private static async Task<TimeSpan> WaitedAsync()
    {
        const int Times = 100;
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time++)
        {
            await Task.Delay(ProviderAnswersAfter);
        }

        return Stopwatch.GetElapsedTime(start) / Times;
    }
}
