using DoOAuth.Generator;
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
    private readonly bool _generates;

    private Rule(IReadOnlyList<string> sources, bool generates = false)
    {
        _generates = generates;
        TestState.OutputKind = ProgramFile.OutputKindOf(sources);
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

    /// <summary>The same in a user's project: with implicit usings, and with what the generator makes of the annotated classes.</summary>
    public static Task ReportsInProjectAsync(params string[] sources) => InProject(sources).RunAsync();

    /// <summary>Asserts that the marked place, <c>{|#0:…|}</c>, is reported in these words. <c>DATE</c> stands for the data's date.</summary>
    public static Task SaysAsync(string message, string source) => SaysAsync(new Rule<TAnalyzer>([source]), message, id: null);

    /// <summary>The same in a user's project; the id is needed where the analyzer has several rules.</summary>
    public static Task SaysInProjectAsync(string message, string source, string? id = null) => SaysAsync(InProject([source]), message, id);

    /// <summary>Runs the rule with an <c>.editorconfig</c> beside the code.</summary>
    public static Task ReportsWithSettingsAsync(string editorConfig, string source)
    {
        var test = new Rule<TAnalyzer>([source]);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\n" + editorConfig));
        return test.RunAsync();
    }

    /// <summary>Runs the rule in a user's project with an <c>.editorconfig</c> beside the code.</summary>
    public static Task ReportsInProjectWithSettingsAsync(string editorConfig, string source)
    {
        var test = InProject([source]);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*]\n" + editorConfig));
        return test.RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => _generates ? [typeof(DigitalOceanOAuthGenerator)] : [];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    private static Rule<TAnalyzer> InProject(string[] sources) =>
        new([.. sources, UserProject.ImplicitUsings], generates: true) { TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck };

    private static Task SaysAsync(Rule<TAnalyzer> test, string message, string? id)
    {
        var descriptor = new TAnalyzer().SupportedDiagnostics.First(descriptor => id is null || descriptor.Id == id);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(descriptor.Id, descriptor.DefaultSeverity)
            .WithLocation(0)
            .WithMessage(message.Replace("DATE", TestBuild.ApiDate, StringComparison.Ordinal))
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
