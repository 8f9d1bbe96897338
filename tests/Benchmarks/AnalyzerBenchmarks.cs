using System.Collections.Immutable;
using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Benchmarks.Sample;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks;

/// <summary>
/// What the rules add to the analysis of a large project. Each round first measures one empty analyzer, and then the case beside it:
/// the machine changes between the first minute and the last, and less so from one second to the next.
/// </summary>
public class AnalyzerBenchmarks
{
    private const string CompilerAlone = "compiler";
    private const string EmptyAnalyzer = "empty";
    private const string AllRules = "all";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Empty = [new EmptyOperationAnalyzer()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(DigitalOceanOAuthGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private TimeSpan _besides;

    /// <summary>The cases that are measured, in the order of the table.</summary>
    public static IEnumerable<string> Cases => AllCases.Where(name => Only is null || Only == name);

    /// <summary>What is measured.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>The compiler without any analyzer, one empty analyzer, all rules together, and each alone.</summary>
    internal static IReadOnlyList<string> AllCases { get; } = [CompilerAlone, EmptyAnalyzer, AllRules, .. Rules.Select(NameOf)];

    /// <summary>The one case to measure; nothing for all of them.</summary>
    internal static string? Only { get; set; }

    internal static SampleProject Project { get; } = SampleProject.Create();

    internal static PairedMeasures Measures { get; } = new(AllRules);

    /// <summary>Measures the empty analyzer, right before the case.</summary>
    [IterationSetup]
    public void MeasureBesides() => _besides = TimeAsync(Empty).GetAwaiter().GetResult();

    /// <summary>The case.</summary>
    [Benchmark]
    public async Task AnalyzeAsync() =>
        Measures.Add(Case, Case == CompilerAlone ? Compile() : await TimeAsync(RulesOf(Case)), _besides);

    /// <summary>What the compiler says that the rules took; apart from the rounds, since asking for it takes time too.</summary>
    [GlobalCleanup]
    public async Task AskForReportedTimesAsync()
    {
        if (Case != CompilerAlone)
        {
            var analysis = await AnalyzeAsync(RulesOf(Case), logTime: true);
            Measures.Report(Case, analysis.AnalyzerTelemetryInfo.ToDictionary(pair => NameOf(pair.Key), pair => pair.Value.ExecutionTime, StringComparer.Ordinal));
        }
    }

    private static ImmutableArray<DiagnosticAnalyzer> RulesOf(string name) => name switch
    {
        EmptyAnalyzer => Empty,
        AllRules => Rules,
        _ => [Rules.Single(rule => NameOf(rule) == name)],
    };

    private static string NameOf(DiagnosticAnalyzer rule) => rule is EmptyOperationAnalyzer ? EmptyAnalyzer : rule.GetType().Name;

    private static TimeSpan Compile()
    {
        var compilation = Fresh();
        var start = Stopwatch.GetTimestamp();
        _ = compilation.GetDiagnostics();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> TimeAsync(ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var compilation = Fresh();
        var start = Stopwatch.GetTimestamp();
        _ = await AnalyzeAsync(rules, logTime: false, compilation);
        return Stopwatch.GetElapsedTime(start);
    }

    private static Task<AnalysisResult> AnalyzeAsync(ImmutableArray<DiagnosticAnalyzer> rules, bool logTime, Compilation? compilation = null) =>
        (compilation ?? Fresh()).WithAnalyzers(rules, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (failure, rule, _) => throw new InvalidOperationException($"{rule.GetType().Name} failed.", failure),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: logTime)).GetAnalysisResultAsync(CancellationToken.None);

    // Parsed, and with nothing bound: what an earlier round has bound would be free in this one.
    private static Compilation Fresh()
    {
        var compilation = Project.Compilation.Clone();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return compilation;
    }
}
