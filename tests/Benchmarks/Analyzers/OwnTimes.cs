using System.Collections.Immutable;
using System.Diagnostics;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>
/// What the rules themselves take of compiling a project, as Roslyn takes the time of each (<see cref="AnalyzerTelemetryInfo"/>): what two whole runs
/// differ by is less than what the machine makes of one. On one thread, since Roslyn's clock goes on while another thread has the processor, and without
/// collections of garbage, since one takes longer the more of the project the compiler holds, and is counted for the rule that runs at that moment.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="times">How often it is compiled for one measure; its mean counts.</param>
internal sealed class OwnTimes(SampleProject project, int times)
{
    /// <summary>What this measures, for the page.</summary>
    public const string Description = """
        The time of the rules is the time that Roslyn measures for them while it compiles with all rules (`AnalyzerTelemetryInfo.ExecutionTime`). It includes what the compiler binds
        for them. The difference between two whole runs, one with all rules and one with an empty analyzer, varies by more than this time. Everything is compiled on
        one thread, because Roslyn's clock does not stop while another thread uses the processor. There is no garbage collection during the measurement, because a collection adds to the time of the code that runs at that moment,
        and takes longer the more memory the compiler uses. The bytes show how much there is to collect.
        """;

    // What a thousand files of twenty methods leave behind, or more of smaller ones.
    private const long MostBytes = 4_000_000_000;

    private readonly Compilation _compilation = project.Compilation.WithOptions(project.Compilation.Options.WithConcurrentBuild(false));
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Run? _run;

    /// <summary>Compiling with an analyzer that is shown every call and does nothing.</summary>
    public Variant Empty(string name) => new(name, async () => (await RunAsync(RuleAnalysis.Empty)).Whole);

    /// <summary>Compiling with all rules.</summary>
    public Variant Whole(string name) => PartOfRun(name, run => run.Whole);

    /// <summary>What all rules took of that.</summary>
    public Variant Rules(string name) => PartOfRun(name, run => new Measure(new TimeSpan(run.Own.Values.Sum(time => time.Ticks))));

    /// <summary>What one rule took of it.</summary>
    public Variant Rule(string name, DiagnosticAnalyzer rule) => PartOfRun(name, run => new Measure(run.Own[rule]));

    // A round asks for each part once, and begins with any of them: what is asked for again is of the next round.
    private Variant PartOfRun(string name, Func<Run, Measure> part) => new(name, async () =>
    {
        if (_run is null || !_taken.Add(name))
        {
            _run = await RunAsync(RuleAnalysis.Rules);
            _taken.Clear();
            _taken.Add(name);
        }

        return part(_run);
    });

    private async Task<Run> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var own = analyzers.ToDictionary(analyzer => analyzer, _ => TimeSpan.Zero);
        // Gives back what the last one took, too: without that there is no room for the next after some gigabytes.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        if (!GC.TryStartNoGCRegion(MostBytes))
        {
            throw new InvalidOperationException($"There is no room for {MostBytes / 1_000_000} MB that are not collected while it is measured.");
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            var result = await RuleAnalysis.OnOneThread(_compilation.Clone(), analyzers).GetAnalysisResultAsync(CancellationToken.None);
            foreach (var analyzer in analyzers)
            {
                own[analyzer] += result.AnalyzerTelemetryInfo[analyzer].ExecutionTime;
            }
        }

        var whole = new Measure(Stopwatch.GetElapsedTime(start) / times, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / times);

        // Fails where it was collected after all.
        GC.EndNoGCRegion();
        return new Run(whole, own.ToImmutableDictionary(pair => pair.Key, pair => pair.Value / times));
    }

    private sealed record Run(Measure Whole, ImmutableDictionary<DiagnosticAnalyzer, TimeSpan> Own);
}
