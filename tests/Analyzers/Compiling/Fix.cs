using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Applies a fix to the marked places, one by one and all at once.</summary>
internal sealed class Fix<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private readonly bool _generates;

    private Fix(string before, string after, bool generates = false)
    {
        _generates = generates;
        TestState.OutputKind = ProgramFile.OutputKindOf(before);
        ReferenceAssemblies = UserReferences.Of(TestState);
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        TestCode = before;
        FixedCode = after;
    }

    /// <summary>Asserts that the fix, and fix all, turn the one into the other.</summary>
    public static Task FixesAsync(string before, string after) => new Fix<TAnalyzer, TFix>(before, after).RunAsync();

    /// <summary>Asserts that nothing is offered: the marked places stay as they are.</summary>
    public static Task OffersNothingAsync(string source) => new Fix<TAnalyzer, TFix>(source, source).RunAsync();

    /// <summary>Asserts the same in a user's project: with implicit usings, and with what the generator makes of the annotated classes.</summary>
    public static Task FixesInProjectAsync(string before, string after)
    {
        var test = new Fix<TAnalyzer, TFix>(before, after, generates: true) { TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck };
        test.TestState.Sources.Add(UserProject.ImplicitUsings);
        test.FixedState.Sources.Add(UserProject.ImplicitUsings);
        return test.RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => _generates ? [typeof(DigitalOceanOAuthGenerator)] : [];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
