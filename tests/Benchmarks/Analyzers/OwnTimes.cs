using System.Collections.Immutable;
using System.Diagnostics;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>
/// What the rules themselves take of compiling a project, as Roslyn takes the time of each (<see cref="AnalyzerTelemetryInfo"/>): what two whole runs
/// differ by is less than what the machine makes of one. On one thread, since Roslyn's clock goes on while another thread has the processor.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="times">
/// How often it is compiled for one measure. Where sizes are compared, the small are compiled more often: the garbage of a single run would be left
/// to be collected when nothing is measured.
/// </param>
internal sealed class OwnTimes(SampleProject project, int times)
{
    /// <summary>What this measures, for the page.</summary>
    public const string Description = """
        What the rules themselves take is the time that Roslyn takes of them while it compiles with all of them (`AnalyzerTelemetryInfo.ExecutionTime`), with what the compiler binds
        because they ask for it and the garbage that is collected meanwhile: two whole runs, one with all rules and one with an empty analyzer, differ by more than that
        from one time to the next. Everything here is compiled on one thread, since that clock does not stop while another thread has the processor.
        """;

    private readonly Compilation _compilation = project.Compilation.WithOptions(project.Compilation.Options.WithConcurrentBuild(false));
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private (TimeSpan Whole, ImmutableDictionary<DiagnosticAnalyzer, TimeSpan> Own) _run;

    /// <summary>Compiling with an analyzer that is shown every call and does nothing.</summary>
    public Variant Empty(string name) => new(name, async () => new Measure((await RunAsync(RuleAnalysis.Empty)).Whole));

    /// <summary>Compiling with all rules.</summary>
    public Variant Whole(string name) => PartOfRun(name, () => _run.Whole);

    /// <summary>What all rules took of that.</summary>
    public Variant Rules(string name) => PartOfRun(name, () => new TimeSpan(_run.Own.Values.Sum(time => time.Ticks)));

    /// <summary>What one rule took of it.</summary>
    public Variant Rule(string name, DiagnosticAnalyzer rule) => PartOfRun(name, () => _run.Own[rule]);

    // A round asks for each part once, and begins with any of them: what is asked for again is of the next round.
    private Variant PartOfRun(string name, Func<TimeSpan> part) => new(name, async () =>
    {
        if (_taken.Count == 0 || !_taken.Add(name))
        {
            _run = await RunAsync(RuleAnalysis.Rules);
            _taken.Clear();
            _taken.Add(name);
        }

        return new Measure(part());
    });

    private async Task<(TimeSpan Whole, ImmutableDictionary<DiagnosticAnalyzer, TimeSpan> Own)> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var own = analyzers.ToDictionary(analyzer => analyzer, _ => TimeSpan.Zero);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            var result = await RuleAnalysis.OnOneThread(_compilation.Clone(), analyzers).GetAnalysisResultAsync(CancellationToken.None);
            foreach (var analyzer in analyzers)
            {
                own[analyzer] += result.AnalyzerTelemetryInfo[analyzer].ExecutionTime;
            }
        }

        return (Stopwatch.GetElapsedTime(start) / times, own.ToImmutableDictionary(pair => pair.Key, pair => pair.Value / times));
    }
}
