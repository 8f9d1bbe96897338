using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Tests.Harness;

/// <summary>A project as an editor holds it open: the generator runs after each edit and keeps what it can.</summary>
internal sealed class Session
{
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private Shape _shape;

    public Session(Shape shape)
    {
        _shape = shape;
        _compilation = shape.ToCompilation();
        _driver = CSharpGeneratorDriver.Create(
            [new DigitalOceanOAuthGenerator().AsSourceGenerator()],
            parseOptions: shape.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    /// <summary>The project with what was emitted.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What the last run did.</summary>
    public GeneratorRunResult Result { get; private set; }

    /// <summary>The emitted files, by name.</summary>
    public ImmutableSortedDictionary<string, string> Emitted =>
        Result.GeneratedSources.ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Turns the project into another shape, changing only the trees that differ.</summary>
    public void Edit(Func<Shape, Shape> edit)
    {
        var edited = edit(_shape);
        foreach (var (name, source) in edited.Sources)
        {
            if (!_shape.Sources.TryGetValue(name, out var before))
            {
                _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, edited.ParseOptions, name, System.Text.Encoding.UTF8));
            }
            else if (before != source)
            {
                var tree = _compilation.SyntaxTrees.Single(tree => tree.FilePath == name);
                _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source, System.Text.Encoding.UTF8)));
            }
        }

        foreach (var removed in _shape.Sources.Keys.Except(edited.Sources.Keys))
        {
            _compilation = _compilation.RemoveSyntaxTrees(_compilation.SyntaxTrees.Single(tree => tree.FilePath == removed));
        }

        _compilation = _compilation.WithReferences(edited.References).WithOptions(edited.CompilationOptions);
        _shape = edited;
        Run();
    }

    /// <summary>What the last run did at a step, an outcome for each of its values.</summary>
    public IReadOnlyList<IncrementalStepRunReason> ReasonsAt(string step) =>
        [.. OutputsOf(step).Select(output => output.Reason)];

    /// <summary>A step's values and what became of them.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        if (Result.Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed.", exception);
        }
    }
}
