using System.Diagnostics;
using System.Net;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Start;

/// <summary>How long an app takes from the start of its process to its first answer.</summary>
internal sealed class StartSubject : Subject
{
    private const string Ours = "do-oauth";
    private const string WebApiAot = "webapiaot";
    private const string WebApi = "webapi";
    private const string FrameworkAot = "webapiaot with the framework's sign-in";
    private const string Framework = "webapi with the framework's sign-in";

    // Read when the app starts; nobody signs in here.
    private static readonly Dictionary<string, string?> Configuration = new() { ["DigitalOcean:ClientId"] = "id", ["DigitalOcean:ClientSecret"] = "secret" };

    private Workshop? _workshop;

    public override string Name => "start";

    public override string Summary => "from the start of the process to the first answer, beside the SDK's templates";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        _workshop = await Workshop.OpenAsync();
        return
        [
            new Experiment(
                "Start to first answer, Native AOT",
                [
                    Start(Ours, await _workshop.PublishAsync("NativeOurs", Workshop.OursAot), "/me", HttpStatusCode.Unauthorized),
                    Start(WebApiAot, await _workshop.PublishAsync("NativeBare", Workshop.WebApiAot), "/todos", HttpStatusCode.OK),
                    Start(FrameworkAot, await _workshop.PublishAsync("NativeFramework", Workshop.WebApiAot, FrameworkSignIn.Program), "/me", HttpStatusCode.Unauthorized),
                ],
                [Ratio.OfTimes(Ours, FrameworkAot, atMost: 0.95), Ratio.OfTimes(Ours, WebApiAot), Ratio.OfTimes(FrameworkAot, WebApiAot)])
                {
                    Description = $"""
                        `dotnet new {string.Join(' ', Workshop.OursAot)}` beside the SDK's `dotnet new {string.Join(' ', Workshop.WebApiAot)}`, which has no
                        sign-in, both published by `dotnet publish -c Release`; also compared with the latter with `AddCookie` and `AddOAuth` as their
                        documentation shows, the same endpoints and the same guards (tests/Benchmarks/Applications/Baseline). The time is measured from the start
                        of the process to the first bytes of the response to `GET /todos` of the SDK's app (200) or `GET /me` of the others (401, after looking for the
                        missing session). The same client connects to all of them over loopback, and retries every millisecond until it succeeds.
                        """,
                    Rounds = 31,
                },
            new Experiment(
                "Start to first answer, JIT",
                [
                    Start(Ours, await _workshop.PublishAsync("JitOurs", Workshop.Ours), "/me", HttpStatusCode.Unauthorized),
                    Start(WebApi, await _workshop.PublishAsync("JitBare", Workshop.WebApi), "/weatherforecast", HttpStatusCode.OK),
                    Start(Framework, await _workshop.PublishAsync("JitFramework", Workshop.WebApi, FrameworkSignIn.Program), "/me", HttpStatusCode.Unauthorized),
                ],
                [Ratio.OfTimes(Ours, Framework, atMost: 0.95), Ratio.OfTimes(Ours, WebApi), Ratio.OfTimes(Framework, WebApi)])
                {
                    Description = $"""
                        The same for `dotnet new {string.Join(' ', Workshop.Ours)}` beside `dotnet new {string.Join(' ', Workshop.WebApi)}`, asked for
                        `GET /weatherforecast`, and with the latter with the framework's sign-in, all published for the shared framework, in the SDK's
                        own settings.
                        """,
                },
        ];
    }

    public override async ValueTask DisposeAsync()
    {
        if (_workshop is not null)
        {
            await _workshop.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private static Variant Start(string name, PublishedApp app, string path, HttpStatusCode expected) => new(name, () =>
    {
        var began = Stopwatch.GetTimestamp();
        using var process = AppProcess.Start(app, Configuration);
        var status = process.WaitForAnswer(path);
        var time = Stopwatch.GetElapsedTime(began);
        return status == expected
            ? Task.FromResult(new Measure(time))
            : throw new InvalidOperationException($"{name} answers GET {path} with {status}, not with {expected}.");
    });
}
