using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>
/// A fix in a user's project of several files: with implicit usings, and with what the generator makes of the annotated
/// classes. It is applied to each report after the other, and to all at once in document, project and solution.
/// </summary>
internal sealed class ProjectFix<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>A project with the files before and after, the expected reports marked in both.</summary>
    public ProjectFix(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        TestState.OutputKind = ProgramFile.OutputKindOf(before);
        ReferenceAssemblies = UserReferences.Of(TestState);
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        if (!before.SequenceEqual(after))
        {
            // What no fix is offered for may stay behind.
            FixedState.MarkupHandling = MarkupMode.Allow;
        }

        foreach (var (state, files) in new[] { (TestState, before), (FixedState, after) })
        {
            foreach (var (index, text) in files.Index())
            {
                state.Sources.Add(($"/0/File{index}.cs", text));
            }

            state.Sources.Add(("/0/Usings.cs", UserProject.ImplicitUsings));
        }
    }

    /// <summary>What the action is called that is chosen first.</summary>
    public string? Title { get; init; }

    /// <summary>How many times the fix is applied until every report is fixed, one after the other; a negative number is the most.</summary>
    public int? Steps { init => NumberOfIncrementalIterations = value; }

    /// <summary>Whether the places of reports are ignored: the project's fix and those of document and solution change the same reports.</summary>
    public bool IsAboutLayout
    {
        init => CodeFixTestBehaviors = value ? CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck : CodeFixTestBehaviors.None;
    }

    /// <summary>Whether the rule needs the whole compilation, so that editors have its reports from a build or an analysis of the whole.</summary>
    public bool IsToldAtTheEnd
    {
        init => CodeFixTestBehaviors = value ? CodeFixTestBehaviors.SkipLocalDiagnosticCheck : CodeFixTestBehaviors.None;
    }

    /// <summary>What the user's <c>.editorconfig</c> says of every file.</summary>
    public string EditorConfig
    {
        init => TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\n" + value));
    }

    /// <summary>Asserts that the fix turns the one into the other.</summary>
    public Task AssertAsync()
    {
        var isFirst = true;
        CodeActionVerifier = (CodeAction action, IVerifier verifier) =>
        {
            if (Title is not null && isFirst)
            {
                verifier.Equal(Title, action.Title);
            }

            isFirst = false;
        };
        return RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(DigitalOceanOAuthGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
