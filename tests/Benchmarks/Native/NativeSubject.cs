using DoOAuth.Benchmarks.Applications;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.Native;

/// <summary>What a native app takes on the disk and in memory.</summary>
internal sealed class NativeSubject : Subject
{
    private const string Ours = "do-oauth";
    private const string Framework = "webapiaot with the framework's sign-in";

    private Workshop? _workshop;
    private DigitalOceanSandbox? _sandbox;

    public override string Name => "native";

    public override string Summary => "size and memory of a native app, beside the framework's own sign-in";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        _workshop = await Workshop.OpenAsync();
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        var ours = await _workshop.PublishAsync("NativeOurs", Workshop.OursAot);
        var framework = await _workshop.PublishAsync("NativeFramework", Workshop.WebApiAot, FrameworkSignIn.Program);
        var visit = new Visit(_sandbox);
        return
        [
            new Experiment("Size of the native binary", [Size(Ours, ours), Size(Framework, framework)], [Ratio.OfBytes(Ours, Framework, atMost: 1.1)])
            {
                Description = $"""
                    `dotnet new {string.Join(' ', Workshop.OursAot)}` beside `dotnet new {string.Join(' ', Workshop.WebApiAot)}` whose program has been
                    replaced by one with `AddCookie` and `AddOAuth` as their documentation shows, with the same endpoints, calls and guards
                    (tests/Benchmarks/Applications/Baseline), both published by `dotnet publish -c Release`: the bytes of the executable, without symbols.
                    """,
                Rounds = 1,
                WarmUp = 0,
            },
            Memory("working set", memory => memory.WorkingSet),
            Memory("private memory", memory => memory.Private),
        ];

        Experiment Memory(string what, Func<AppMemory, long> of) => new(
            $"Memory of a native app after {Visit.RequestsText} requests, {what}",
            [After(Ours, ours, of), After(Framework, framework, of)],
            [Ratio.OfBytes(Ours, Framework, atMost: 1.1)])
        {
            Description = $"""
                    The same two apps, started again for each round: a user signs in at the sandbox and sends {Visit.RequestsText} requests to `GET /me`, on
                    {Visit.Connections} concurrent connections. Then the {what} is read from Linux (`smaps_rollup`), {Visit.Readings} times with {Visit.RequestsBetweenText} requests
                    in between, because it changes with the garbage collector. The median counts. Each app has the settings of its template.
                    """,
            Rounds = 7,
            WarmUp = 1,
        };

        Variant After(string name, PublishedApp app, Func<AppMemory, long> of) =>
            new(name, async () => new Measure(TimeSpan.Zero, (await visit.ToAsync(app)).Select(of).Order().ElementAt(Visit.Readings / 2)));
    }

    public override async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        if (_workshop is not null)
        {
            await _workshop.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private static Variant Size(string name, PublishedApp app) =>
        new(name, () => Task.FromResult(new Measure(TimeSpan.Zero, new FileInfo(app.Executable).Length)));
}
