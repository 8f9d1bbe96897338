using System.Collections.Immutable;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>A user's program as an editor has it: the generator at work beside the code, every rule, and the fixes that they offer.</summary>
internal sealed class EditorSession : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _program;
    private Solution _solution;

    private EditorSession(string source, string scopesFile)
    {
        var project = ProjectId.CreateNewId();
        _program = DocumentId.CreateNewId(project);
        _solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                "UserProject",
                "UserProject",
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(ProgramFile.OutputKindOf(source), nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
                metadataReferences: TargetingPacks.References,
                analyzerReferences: [new TheGenerator()]))
            .AddDocument(DocumentId.CreateNewId(project), "Usings.cs", UserProject.ImplicitUsings)
            .AddDocument(_program, "Program.cs", SourceText.From(source));
        if (scopesFile.Length > 0)
        {
            _solution = _solution.AddAdditionalDocument(DocumentId.CreateNewId(project), ProjectFile.Scopes, SourceText.From(scopesFile), filePath: ProjectFile.Scopes);
        }
    }

    /// <summary>Opens a program.</summary>
    /// <param name="source">The program.</param>
    /// <param name="scopesFile">Its file of scopes; empty if it has none.</param>
    public static EditorSession Open(string source, string scopesFile = "") => new(source, scopesFile);

    public void Dispose() => _workspace.Dispose();

    /// <summary>What the program says now.</summary>
    public async Task<string> ReadAsync() => (await _solution.GetDocument(_program)!.GetTextAsync()).ToString();

    /// <summary>What the file of scopes says now; empty if there is none.</summary>
    public async Task<string> ReadScopesFileAsync() =>
        _solution.GetDocument(_program)!.Project.AdditionalDocuments.SingleOrDefault() is { } file ? (await file.GetTextAsync()).ToString() : "";

    /// <summary>Takes the first action that is offered for the first report of the rule, and says whether there was one.</summary>
    public async Task<bool> FixFirstAsync(string id)
    {
        var document = _solution.GetDocument(_program)!;
        if (await FirstAsync(document, id) is not { } diagnostic)
        {
            return false;
        }

        var actions = new List<CodeAction>();
        foreach (var provider in FixProviders.All.Where(provider => provider.FixableDiagnosticIds.Contains(id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        var operations = await actions[0].GetOperationsAsync(CancellationToken.None);
        _solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return true;
    }

    private static async Task<Diagnostic?> FirstAsync(Document document, string id)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var diagnostics = await compilation.WithAnalyzers(UserProject.EveryRule, document.Project.AnalyzerOptions).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic.Id == id).MinBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }

    private sealed class TheGenerator : AnalyzerReference
    {
        // The workspace finds a generator again by reference.
        private readonly ImmutableArray<ISourceGenerator> _generators = [new DigitalOceanOAuthGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(TheGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }
}
