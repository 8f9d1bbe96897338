using System.Collections.Immutable;
using System.Runtime.Loader;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Explaining;

/// <summary>A user's project as its build compiles it: with what both generators write, and with the file of scopes if it has one.</summary>
internal sealed class ExplainedProject
{
    // A page that reads the property: without one, a program's build does not fill it.
    private const string Reader = "internal static class Reads { public const string Property = \"ScopeUses\"; }";

    private const string Usings = UserProject.ImplicitUsings + "\nglobal using System.Net.Http;\nglobal using System.Net.Http.Json;\nglobal using DoOAuth;";

    public ExplainedProject(params string[] sources) => Sources = sources;

    public IReadOnlyList<string> Sources { get; }

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public ImmutableArray<MetadataReference> Libraries { get; init; } = [];

    public OutputKind? Kind { get; init; }

    /// <summary>Whether code of the project reads the property.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>The generator's options, as the package sets them for editors.</summary>
    public bool IsInEditor { get; init; }

    private CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    /// <summary>The project before generators have run.</summary>
    public CSharpCompilation ToCompilation() => CSharpCompilation.Create(
        "Explained",
        [
            CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs"),
            CSharpSyntaxTree.ParseText(IsRead ? Reader : "", ParseOptions, "Reader.cs"),
            .. Sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, index == 0 ? "/app/Program.cs" : $"/app/File{index}.cs")),
        ],
        TargetingPacks.References.AddRange(Libraries),
        new CSharpCompilationOptions(Kind ?? ProgramFile.OutputKindOf(Sources), nullableContextOptions: Nullable, warningLevel: 9999)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    /// <summary>A driver with both generators.</summary>
    public GeneratorDriver ToDriver() => CSharpGeneratorDriver.Create(
        [new DigitalOceanOAuthGenerator().AsSourceGenerator(), new ProjectGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: IsInEditor ? new EditorOptions() : null);

    /// <summary>The project as it is built. It has to compile without a word.</summary>
    public Compilation Build()
    {
        ToDriver().RunGeneratorsAndUpdateCompilation(ToCompilation(), out var built, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(built.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsMissingCommentOfTheUser(diagnostic)));
        return built;
    }

    /// <summary>The emitted file of a class's uses; null if there is none.</summary>
    public string? Emitted(string type = "DropletDeck") =>
        Build().SyntaxTrees.SingleOrDefault(tree => tree.FilePath.EndsWith($"{type}.ScopeUses.g.cs", StringComparison.Ordinal))?.ToString();

    /// <summary>What the property of the class has when the program runs: <c>scope: endpoint | operation | caller | way | place | note</c>.</summary>
    public IReadOnlyList<string> Rows(string type = "DropletDeck", string property = "ScopeUses")
    {
        using var image = new MemoryStream();
        var emitted = Build().Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var deck = new AssemblyLoadContext(type).LoadFromStream(image).GetType(type, throwOnError: true)!;
        return [.. ((IReadOnlyList<DigitalOceanScopeUse>)deck.GetProperty(property)!.GetValue(null)!).Select(RowOf)];
    }

    /// <summary>The reports of DOO107 for a file with this text.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string file)
    {
        var options = new AnalyzerOptions([new ProjectFile("/app/" + ProjectFile.Scopes, file)]);
        var diagnostics = await Build().WithAnalyzers([new ApiUseAnalyzer()], options).GetAllDiagnosticsAsync();
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == "DOO107")];
    }

    /// <summary>What the file should say, without its comment.</summary>
    public async Task<string> TextAsync()
    {
        var text = Assert.Single(await ReportsAsync("")).Properties["Text"]!;
        Assert.StartsWith("#", text, StringComparison.Ordinal);
        Assert.Empty(await ReportsAsync(text));
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].TrimEnd('\n');
    }

    // What is emitted has comments, as a project may demand.
    private static bool IsMissingCommentOfTheUser(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.StartsWith("/app/", StringComparison.Ordinal);

    private static string RowOf(DigitalOceanScopeUse use) =>
        $"{use.Scope}{(use.IsOptional ? "?" : "")}: {string.Join(" | ", new[] { use.Endpoint, use.Operation, use.Caller, use.Way, use.Place, use.Note }.Select(value => value ?? "-"))}";

    private sealed class EditorOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == ProjectGenerator.EditorOption ? "true" : null;
                return value is not null;
            }
        }
    }
}
