using System.Collections.Immutable;
using System.Text;
using DoOAuth.Generator.Model;
using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Generator.Tests;

public sealed class ShapeTests
{
    public static TheoryData<string> Shapes => new(AllShapes.Names);

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Emits_what_the_golden_files_show(string name)
    {
        var shape = AllShapes.Find(name);
        var test = new CSharpSourceGeneratorTest<DigitalOceanOAuthGenerator, DefaultVerifier>
        {
            // No packages to restore: every reference is passed.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CompilerDiagnostics = CompilerDiagnostics.None,
            SolutionTransforms =
            {
                (solution, project) => solution.WithProjectParseOptions(project, shape.ParseOptions).WithProjectCompilationOptions(project, shape.CompilationOptions),
            },
        };
        test.TestState.AdditionalReferences.AddRange(shape.References);
        foreach (var (file, source) in shape.Sources)
        {
            test.TestState.Sources.Add((file, source));
        }

        foreach (var (file, text) in GoldenFolder.Read(name, new Session(shape).Emitted))
        {
            test.TestState.GeneratedSources.Add((typeof(DigitalOceanOAuthGenerator), file, SourceText.From(text, Encoding.UTF8)));
        }

        await test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Emitted_code_compiles_without_a_warning(string name) => CompilesAsItSays(AllShapes.Find(name));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Emitted_code_compiles_without_a_warning_whether_the_app_describes_itself_or_not(string name)
    {
        var shape = AllShapes.Find(name);
        CompilesAsItSays(shape with { HasOpenApi = !shape.HasOpenApi });
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_unrelated_edit_leaves_every_step_as_it_was(string name)
    {
        var session = new Session(AllShapes.Find(name));
        foreach (var edit in UnrelatedEdits.All)
        {
            session.Edit(edit);

            // Were a step not there under its name, nothing would be checked.
            Assert.Equal(session.Emitted.Count, session.ReasonsAt(Steps.Sources).Count);
            Assert.Equal(session.Emitted.Count == 0, session.ReasonsAt(Steps.Declarations).Count == 0);
            Assert.Equal(session.ReasonsAt(Steps.Declarations).Count, session.ReasonsAt(Steps.Applications).Count);
            foreach (var step in Steps.All)
            {
                Assert.All(
                    session.ReasonsAt(step),
                    reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} was {reason}."));
            }
        }
    }

    // Roslyn's tables of values are precompiled for references. For each struct, the first run of a build has to compile them.
    [Fact]
    public void No_step_gives_a_struct()
    {
        var session = new Session(PlainShapes.OpenApi);

        // Collect gives Roslyn's own array, for which the compiler has code.
        var given = new[] { Steps.Applications, Steps.Sources }
            .SelectMany(step => session.Result.TrackedSteps[step])
            .SelectMany(run => run.Outputs.Select(output => output.Value).Concat(run.Inputs.Select(input => input.Source.Outputs[input.OutputIndex].Value)))
            .Where(value => value is not ImmutableArray<ApplicationDeclaration>);

        Assert.All(given, value => Assert.False(value.GetType().IsValueType, value.GetType().ToString()));
    }

    [Fact]
    public void No_golden_folder_is_left_without_its_shape() =>
        Assert.Equal(AllShapes.Names.Order(StringComparer.Ordinal), GoldenFolder.Shapes.Order(StringComparer.Ordinal));

    private static void CompilesAsItSays(Shape shape)
    {
        var said = new Session(shape).Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)
            .Select(diagnostic => (Short: $"{diagnostic.Id} {Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)}", Whole: diagnostic.ToString()))
            .OrderBy(diagnostic => diagnostic.Short, StringComparer.Ordinal)
            .ToList();

        Assert.True(
            shape.Errors.SequenceEqual(said.Select(diagnostic => diagnostic.Short)),
            string.Join('\n', said.Select(diagnostic => diagnostic.Whole)));
    }
}
