using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>
/// Has BenchmarkDotNet run an experiment: it checks that the code is optimized, collects garbage between the rounds and tells the machine.
/// One iteration is one round, since two benchmarks of its own would run minutes apart.
/// </summary>
public class RoundBenchmark
{
    private static Experiment _next = null!;

    private readonly Experiment _experiment = _next;

    /// <summary>Runs all rounds of an experiment.</summary>
    /// <exception cref="InvalidOperationException">A round failed, or the benchmarks are not optimized.</exception>
    internal static Summary Run(Experiment experiment, int? rounds)
    {
        _next = experiment;
        var job = Job.Default
            .WithToolchain(new InProcessNoEmitToolchain(TimeSpan.FromHours(1), logOutput: false))
            .WithStrategy(RunStrategy.Monitoring)
            .WithInvocationCount(1)
            .WithUnrollFactor(1)
            .WithWarmupCount(experiment.WarmUp)
            .WithIterationCount(rounds ?? experiment.Rounds);
        var summary = BenchmarkRunner.Run<RoundBenchmark>(ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(new ProgressLogger())
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts")));
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)
            ? throw new InvalidOperationException($"\"{experiment.Title}\" could not be measured: see above.")
            : summary;
    }

    /// <summary>One round.</summary>
    [Benchmark]
    public async Task RoundAsync()
    {
        try
        {
            await _experiment.RunRoundAsync();
        }
        catch (Exception failure)
        {
            // BenchmarkDotNet would hide it behind an exception of its own.
            await Console.Error.WriteLineAsync(failure.ToString());
            throw;
        }
    }
}
