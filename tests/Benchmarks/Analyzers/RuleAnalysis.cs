using System.Collections.Immutable;
using System.Diagnostics;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>Compiles and analyses a project from its parsed files, with nothing bound: what an earlier round has bound would be free in this one.</summary>
internal sealed class RuleAnalysis(SampleProject project)
{
    /// <summary>Our rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(PartialClassAnalyzer).Assembly.GetTypes()
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

    /// <summary>A compilation that analyzers can be asked about; one that fails ends the run.</summary>
    public static CompilationWithAnalyzers Beside(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        With(compilation, analyzers, isConcurrent: true, takesTimes: false);

    /// <summary>The same with one analyzer after the other, and with the time that each takes.</summary>
    public static CompilationWithAnalyzers OnOneThread(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        With(compilation, analyzers, isConcurrent: false, takesTimes: true);

    private static CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent, bool takesTimes) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (failure, rule, _) => throw new InvalidOperationException($"{rule.GetType().Name} failed.", failure),
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: takesTimes));

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
