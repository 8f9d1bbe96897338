using System.Collections.Immutable;
using System.Diagnostics;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>Compiles and analyses a project from its parsed files, with nothing bound: what an earlier round has bound would be free in this one.</summary>
internal sealed class RuleAnalysis(SampleProject project)
{
    /// <summary>Our rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(DigitalOceanOAuthGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>An analyzer that does nothing with every call that it is shown.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Empty { get; } = [new EmptyOperationAnalyzer()];

    /// <summary>The compiler without any analyzer.</summary>
    public Variant Compiler(string name) => new(name, () => Time(compilation =>
    {
        _ = compilation.GetDiagnostics();
        return Task.CompletedTask;
    }));

    /// <summary>The compiler and some analyzers.</summary>
    public Variant With(string name, ImmutableArray<DiagnosticAnalyzer> analyzers) => new(
        name, () => Time(compilation => Beside(compilation, analyzers).GetAnalysisResultAsync(CancellationToken.None)));

    /// <summary>What our rules add to the compiler with an empty analyzer.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="times">How often both are run, one after the other: what they add to few files is less than what two runs differ by.</param>
    public Variant Added(string name, int times) => new(name, async () =>
    {
        var added = TimeSpan.Zero;
        for (var time = 0; time < times; time++)
        {
            added -= (await With(name, Empty).MeasureAsync()).Time;
            added += (await With(name, Rules).MeasureAsync()).Time;
        }

        return new Measure(added / times);
    });

    /// <summary>A compilation that analyzers can be asked about; one that fails ends the run.</summary>
    public static CompilationWithAnalyzers Beside(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (failure, rule, _) => throw new InvalidOperationException($"{rule.GetType().Name} failed.", failure),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));

    private async Task<Measure> Time(Func<Compilation, Task> analyze)
    {
        var compilation = project.Compilation.Clone();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        await analyze(compilation);
        return new Measure(Stopwatch.GetElapsedTime(start));
    }
}
