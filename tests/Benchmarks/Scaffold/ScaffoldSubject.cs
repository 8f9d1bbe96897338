using System.Diagnostics;
using System.Globalization;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Scaffold;

/// <summary>How long it takes from nothing to an app that is built.</summary>
internal sealed class ScaffoldSubject : Subject
{
    private const string Ours = "do-oauth";
    private const string WebApiAot = "webapiaot";
    private const string WithoutTests = "do-oauth without tests";

    private Workshop? _workshop;
    private int _made;

    public override string Name => "scaffold";

    public override string Summary => "dotnet new, restore and build, beside the SDK's template";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        _workshop = await Workshop.OpenAsync();
        return
        [
            new Experiment(
                "Scaffold, restore, build",
                [Scaffold(Ours, "do-oauth"), Scaffold(WithoutTests, "do-oauth", "--tests", "false"), Scaffold(WebApiAot, "webapiaot")],
                [Ratio.OfTimes(Ours, WebApiAot, atMost: 1.3), Ratio.OfTimes(WithoutTests, WebApiAot)])
                {
                    Description = """
                        `dotnet new do-oauth` and `dotnet build` in a new folder, compared with the same for `dotnet new webapiaot`. Both restore automatically, all
                        packages are already on the machine, and MSBuild and the compiler keep running between commands, as for a developer.
                        `do-oauth` also restores its test project, and its build runs the generator and all rules.
                        """,
                    Rounds = 9,
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

    private Variant Scaffold(string name, params string[] template) => new(name, async () =>
    {
        var app = string.Create(CultureInfo.InvariantCulture, $"App{++_made}");
        var began = Stopwatch.GetTimestamp();
        var folder = await _workshop!.ScaffoldAsync(app, template);
        await Dotnet.RunAsync(folder, "build", "--nologo");
        var time = Stopwatch.GetElapsedTime(began);
        if (!File.Exists(Path.Combine(folder, "bin", "Debug", "net10.0", $"{app}.dll")))
        {
            throw new InvalidOperationException($"dotnet build of {string.Join(' ', template)} has built nothing in {folder}.");
        }

        Directory.Delete(folder, recursive: true);
        return new Measure(time);
    });
}
