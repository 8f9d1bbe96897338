using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Runs one rule over code in which the expected reports are marked, as in <c>{|DOO002:"drplet:read"|}</c>.</summary>
internal sealed class Rule<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private Rule(IEnumerable<string> sources)
    {
        ReferenceAssemblies = UserReferences.Of(TestState);

        // A rule has several wordings; the mark names the rule, and SaysAsync looks at the words.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        foreach (var source in sources)
        {
            TestState.Sources.Add(source);
        }
    }

    /// <summary>Asserts that exactly the marked places are reported. What is marked nowhere must not be.</summary>
    public static Task ReportsAsync(params string[] sources) => new Rule<TAnalyzer>(sources).RunAsync();

    /// <summary>Asserts that the marked place, <c>{|#0:…|}</c>, is reported in these words.</summary>
    public static Task SaysAsync(string message, string source)
    {
        var test = new Rule<TAnalyzer>([source]);
        var descriptor = new TAnalyzer().SupportedDiagnostics[0];
        test.ExpectedDiagnostics.Add(new DiagnosticResult(descriptor.Id, DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithMessage(message)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    /// <summary>Runs the rule with an <c>.editorconfig</c> beside the code.</summary>
    public static Task ReportsWithSettingsAsync(string editorConfig, string source)
    {
        var test = new Rule<TAnalyzer>([source]);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\n" + editorConfig));
        return test.RunAsync();
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
