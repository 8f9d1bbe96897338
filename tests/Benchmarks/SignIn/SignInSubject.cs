using System.Diagnostics;
using System.Globalization;
using DoOAuth.Benchmarks.Apps;
using DoOAuth.Benchmarks.Hosting;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.SignIn;

/// <summary>Whole sign-ins beside those of ASP.NET Core's own OAuth handler.</summary>
internal sealed class SignInSubject : HostedSubject
{
    private const string Ours = "DoOAuth";
    private const string Framework = "AddOAuth";

    private readonly PunctualWait _wait = new(TimeSpan.FromMilliseconds(5));

    public override string Name => "sign-in";

    public override string Summary => "sign-ins per second and their bytes, beside ASP.NET Core's AddOAuth";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var waiting = await StartAsync(_wait);
        var atOnce = await StartAsync(wait: null);
        foreach (var variant in waiting.Concat(atOnce))
        {
            await variant.CheckAsync();
        }

        await TierUp.RunAsync([.. waiting.Concat(atOnce).Select(variant => (Func<Task>)(() => variant.RunAsync(signIns: 2_000, atOnce: 64)))]);
        var waited = await WaitedAsync();
        return
        [
            .. new[] { 1, 8, 64 }.Select(many => ExperimentOf(many, waiting, waited)),
            await StepsAsync(atOnce),
        ];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _wait.Dispose();
    }

    private static Experiment ExperimentOf(int atOnce, SignIns[] variants, TimeSpan waited)
    {
        var signIns = Math.Clamp(atOnce * 50, 50, 1_600);
        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"Sign-in, {atOnce} at a time"),
            Variants(variants, signIns, atOnce),
            [Ratio.OfRates(Ours, Framework, atLeast: 1.8), Ratio.OfBytes(Ours, Framework, atMost: 0.87)])
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"""
                {signIns} sign-ins a round, {atOnce} at a time: login, callback, and the first page, which shows the user as JSON. The time is that of all,
                divided by their number. Client, app and provider run in process, without sockets. The provider's responses take 5 ms ({waited.TotalMilliseconds:0.0} ms measured);
                what it allocates is not included. `AddOAuth` is set up as in ASP.NET Core's sample and documentation: PKCE, `SaveTokens`,
                `ClaimActions`, and a request for the user in `CreatingTicket`; the cookie is that of `AddCookie`. DoOAuth gets the user from the token response.
                """),
        };
    }

    private static async Task<Experiment> StepsAsync(SignIns[] variants)
    {
        var (ours, theirs) = (await variants[0].StepsAsync(), await variants[1].StepsAsync());
        return new Experiment(
            "Sign-in, what the processor does",
            new TakingTurns([.. ours.Zip(theirs, (our, their) => new[] { our, their }).SelectMany(pair => pair)]) { PerSlice = 50 }.Variants,
            [
                .. ours.Zip(theirs, (our, their) => Ratio.OfTimes(our.Name, their.Name)),
                new Ratio("time, all three", round => ours.Sum(step => round.Time(step.Name)) / theirs.Sum(step => round.Time(step.Name)), Aim.AtMost(0.8)),
            ])
        {
            Description = "The same, step by step, one after the other, with a provider that responds immediately. The steps alternate, 50 at a time; each time is the median of 100 turns.",
        };
    }

    private static IReadOnlyList<Variant> Variants(SignIns[] variants, int signIns, int atOnce) =>
        [.. variants.Select(variant => new Variant(variant.Name, () => variant.MeasureAsync(signIns, atOnce)))];

    private async Task<SignIns[]> StartAsync(PunctualWait? wait)
    {
        var (ours, theirs) = (new StandInProvider(wait), new StandInProvider(wait));
        return
        [
            new SignIns(Ours, await KeepAsync(OurApp.StartAsync(Keys, ours)), ours, OurApp.CallbackPath),
            new SignIns(Framework, await KeepAsync(PlainApp.StartAsync(Keys, theirs)), theirs, PlainApp.CallbackPath),
        ];
    }

    // What the machine makes of the provider's wait.
    private async Task<TimeSpan> WaitedAsync()
    {
        const int Times = 100;
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time++)
        {
            await _wait.WaitAsync();
        }

        return Stopwatch.GetElapsedTime(start) / Times;
    }
}
