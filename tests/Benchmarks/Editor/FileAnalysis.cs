using System.Collections.Immutable;
using System.Diagnostics;
using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Benchmarks.Editor;

/// <summary>Somebody types into a service of a project that an editor has open, and the editor asks the analyzers about that file.</summary>
internal sealed class FileAnalysis(SampleProject project)
{
    private const int Presses = 15;
    private const string TypedFile = "File0.cs";

    // In a method that calls DigitalOcean.
    private const string Place = "var answers = new List<string>();";

    /// <summary>Analyses the file after each key press; tells the median.</summary>
    public Variant With(string name, ImmutableArray<DiagnosticAnalyzer> analyzers) => new(name, async () =>
    {
        var compilation = project.Compilation;
        var times = new List<TimeSpan>(Presses);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        for (var press = 0; press < Presses; press++)
        {
            compilation = Type(compilation);
            var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == TypedFile);
            var start = Stopwatch.GetTimestamp();
            var analysis = RuleAnalysis.Beside(compilation, analyzers);
            await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None);
            await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return new Measure(times[Presses / 2]);
    });

    private static Compilation Type(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == TypedFile);
        var text = tree.GetText();
        var at = text.ToString().IndexOf(Place, StringComparison.Ordinal);
        return at < 0
            ? throw new InvalidOperationException($"{TypedFile} has no place to type in.")
            : compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 0), ";"))));
    }
}
