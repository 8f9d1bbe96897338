using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.FirstRun;

/// <summary>What the generator takes when a compiler that has just started runs it for the first time.</summary>
internal sealed class FirstRunSubject : Subject
{
    /// <summary>What <see cref="FirstRun"/> is told where the app is to be bound before.</summary>
    public const string Bound = "bound";

    private readonly string _folder = Directory.CreateTempSubdirectory("do-oauth-first-run-").FullName;

    public override string Name => "first-run";

    public override string Summary => "what the generator takes in a compiler that has just started, beside other generators";

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var apps = KnownApps.All.Select((app, number) => (app.Name, Folder: Write(app, number))).ToList();
        return Task.FromResult<IReadOnlyList<Experiment>>(
        [
            Running(
                "First run in a compiler that has just started",
                apps,
                [],
                $"""
                A separate process with the SDK's compiler, which is precompiled, and the runtime settings of the SDK's compiler. Every generator has its dependencies, DoOAuth's as in its package. The process
                parses the app, then measures the time from loading the generator to the end of its first run, as in a build. {KnownApps.Description}
                """),
            Running(
                "First run in an app that the compiler has bound",
                apps,
                [Bound],
                "The same, but the app is bound before the generator is loaded. The rest is the generator's own start.",
                atMostOfFloor: 1.2),
        ]);
    }

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private static Experiment Running(string title, List<(string Name, string Folder)> apps, string[] more, string description, double? atMostOfFloor = null) => new(
        title,
        [.. apps.Select(app => new Variant(app.Name, () => RunAsync([app.Folder, .. more])))],
        [
            Ratio.OfTimes(KnownApps.Own, KnownApps.RequestDelegate, atMost: 1),
            Ratio.OfTimes(KnownApps.Own, KnownApps.Floor, atMostOfFloor),
            .. apps.Select(app => app.Name).Except([KnownApps.Own, KnownApps.RequestDelegate, KnownApps.Floor]).Select(other => Ratio.OfTimes(KnownApps.Own, other)),
        ])
    {
        Description = description,
    };

    private static async Task<Measure> RunAsync(string[] args)
    {
        string[] all =
        [
            "exec", "--runtimeconfig", Path.Combine(CompilerWithGenerator.Folder, "VBCSCompiler.runtimeconfig.json"),
            typeof(FirstRunSubject).Assembly.Location, CompilerWithGenerator.Command, .. args,
        ];
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        using var process = Process.Start(new ProcessStartInfo(dotnet, all) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new Measure(TimeSpan.FromMilliseconds(double.Parse(output, CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException($"The first run in {args[0]} failed:\n{output}");
    }

    private string Write(GeneratorApp app, int number)
    {
        var folder = Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture));
        new WrittenApp(folder).Write(app, app.Generator == KnownGenerators.Own ? Packed() : app.Generator);
        return folder;
    }

    // As in the package: the generator, and beside it what it needs.
    private GeneratorFile Packed()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "package")).FullName;
        foreach (var file in TestBuild.Value("AnalyzerFiles").Split('|'))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return KnownGenerators.Own with { Path = Path.Combine(folder, Path.GetFileName(KnownGenerators.Own.Path)) };
    }
}
