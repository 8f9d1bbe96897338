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
    private Fix(string before, string after)
    {
        ReferenceAssemblies = UserReferences.Of(TestState);
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        TestCode = before;
        FixedCode = after;
    }

    /// <summary>Asserts that the fix, and fix all likewise, turn the one into the other.</summary>
    public static Task MendsAsync(string before, string after) => new Fix<TAnalyzer, TFix>(before, after).RunAsync();

    /// <summary>Asserts that nothing is offered: the marked places stay as they are.</summary>
    public static Task OffersNothingAsync(string source) => new Fix<TAnalyzer, TFix>(source, source).RunAsync();

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
