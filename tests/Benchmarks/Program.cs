using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks;
using DoOAuth.Benchmarks.Measuring;

const string Usage = """
    Measures DoOAuth.

        dotnet run -c Release --project tests/Benchmarks -- analyzers [--rounds N] [--case NAME]

      analyzers     what the rules add to the analysis of a project of 300 files, 6,000 methods and 3,600 API calls
      --rounds N    how often each is measured (default: 7)
      --case NAME   this case alone: all, or an analyzer such as ApiUseAnalyzer
    """;

if (Options.Read(args) is not { } options)
{
    await Console.Out.WriteLineAsync(Usage);
    return args is [] or ["help"] ? 0 : 2;
}

AnalyzerBenchmarks.Only = options.Case;

// In this process and one run an iteration: an analysis takes a second and more, and a process of its own would measure its start.
var job = Job.Default
    .WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false))
    .WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Monitoring)
    .WithInvocationCount(1)
    .WithUnrollFactor(1)
    .WithWarmupCount(1)
    .WithIterationCount(options.Rounds);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumn(new CaseColumn("analysis", name => name))
    .AddColumn(new CaseColumn("median", AnalyzerBenchmarks.Measures.Time))
    .AddColumn(new CaseColumn("beside an empty analyzer", AnalyzerBenchmarks.Measures.Ratio))
    .AddColumn(new CaseColumn("from", AnalyzerBenchmarks.Measures.Least))
    .AddColumn(new CaseColumn("to", AnalyzerBenchmarks.Measures.Most))
    .AddColumn(new CaseColumn("reported", AnalyzerBenchmarks.Measures.Reported))
    .AddColumn(new CaseColumn("reported among all", AnalyzerBenchmarks.Measures.ReportedAmongAll))
    .AddLogger(new ProgressLogger())
    .WithArtifactsPath(Path.Combine(TestBuild.RepositoryRoot, "artifacts", "benchmarks"));
var summary = BenchmarkRunner.Run<AnalyzerBenchmarks>(config);
await Console.Out.WriteLineAsync(AnalyzerBenchmarks.Project.Description);
MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
