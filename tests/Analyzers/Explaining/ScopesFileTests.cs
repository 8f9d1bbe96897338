using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Tests.Explaining;

/// <summary>DOO107: what is said of a file that is out of date, and what the fix makes of it.</summary>
public sealed class ScopesFileTests
{
    private const string UpToDate = """
        DropletDeck
          droplet:delete (optional)
            DELETE /droplets/{id} calls DELETE /v2/droplets/{droplet_id}
          droplet:read
            GET /a calls GET /v2/droplets
            GET /b calls GET /v2/droplets

        """;

    private static readonly ExplainedProject Project = new("""
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapDropletDeck();
        app.MapGet("/a", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets")).RequireDropletRead();
        app.MapGet("/b", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets")).RequireDropletRead();
        app.MapDelete("/droplets/{id}", (int id, DigitalOceanClient client) => client.DeleteAsync($"/v2/droplets/{id}")).RequireDropletDelete();
        app.Run();

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)]
        public static partial class DropletDeck;
        """);

    [Theory]
    [InlineData("")]
    [InlineData("# What we ask for.\n#\n\n")]
    [InlineData("\n\n")]
    public async Task A_file_with_these_lines_is_up_to_date(string comments)
    {
        Assert.Empty(await Project.ReportsAsync(comments + UpToDate));
        Assert.Empty(await Project.ReportsAsync(comments + UpToDate.TrimEnd('\n')));
        Assert.Empty(await Project.ReportsAsync((comments + UpToDate + "\n\n").Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "at line 1: it is empty")]
    [InlineData("# Ours.\n", "at line 2: it is empty")]
    public async Task An_empty_file_is_out_of_date(string file, string said) => Assert.Contains(said, await SaidAsync(file), StringComparison.Ordinal);

    [Theory]
    [InlineData("    GET /a calls GET /v2/droplets\n", "", "at line 5: it does not say 'droplet:read: GET /a calls GET /v2/droplets'")]
    [InlineData("    GET /b calls GET /v2/droplets\n", "", "at line 6: it does not say 'droplet:read: GET /b calls GET /v2/droplets'")]
    [InlineData("  droplet:delete (optional)\n    DELETE /droplets/{id} calls DELETE /v2/droplets/{droplet_id}\n", "", "at line 2: it does not say 'DropletDeck: droplet:delete (optional)'")]
    [InlineData("  droplet:read\n", "  droplet:create\n    POST /c is guarded\n  droplet:read\n", "at line 4: it still says 'DropletDeck: droplet:create'")]
    [InlineData("    GET /b", "    GET /aa calls GET /v2/droplets\n    GET /b", "at line 6: it still says 'droplet:read: GET /aa calls GET /v2/droplets'")]
    [InlineData(" (optional)", "", "at line 2: it does not say 'DropletDeck: droplet:delete (optional)'")]
    [InlineData("    GET /a calls GET /v2/droplets\n    GET /b calls GET /v2/droplets\n", "    GET /b calls GET /v2/droplets\n    GET /a calls GET /v2/droplets\n", "at line 5: it does not say 'droplet:read: GET /a calls GET /v2/droplets'")]
    public async Task The_first_difference_is_said(string old, string replacement, string said)
    {
        Assert.Contains(old, UpToDate, StringComparison.Ordinal);
        Assert.Contains(said, await SaidAsync(UpToDate.Replace(old, replacement, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_behind_the_last_are_said() =>
        Assert.Contains("at line 8: it still says 'Gone'", await SaidAsync(UpToDate + "\nGone\n"), StringComparison.Ordinal);

    [Fact]
    public async Task It_is_reported_at_the_class_with_the_line_of_the_file()
    {
        var report = Assert.Single(await Project.ReportsAsync(UpToDate.Replace("GET /a", "GET /c", StringComparison.Ordinal)));
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.Equal("DropletDeck", report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length));
        var line = Assert.Single(report.AdditionalLocations).GetLineSpan();
        Assert.Equal(("/app/" + ProjectFile.Scopes, 4), (line.Path, line.StartLinePosition.Line));
    }

    [Fact]
    public async Task A_file_without_a_class_is_reported_itself()
    {
        var project = new ExplainedProject("Console.WriteLine();");
        var report = Assert.Single(await project.ReportsAsync("# Ours.\n\nDropletDeck\n"));
        Assert.Equal(("/app/" + ProjectFile.Scopes, 2), (report.Location.GetLineSpan().Path, report.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Empty(await project.ReportsAsync("# Ours.\n"));
        Assert.Empty(await project.ReportsAsync(""));
    }

    [Theory]
    [InlineData("", "# What this app asks its users for at DigitalOcean, and why. The fix for DOO107 updates this file.\n\n")]
    [InlineData("Gone\r\n", "# What this app asks its users for at DigitalOcean, and why. The fix for DOO107 updates this file.\r\n\r\n")]
    [InlineData("# Ours.\n#  Two lines.\nGone\n", "# Ours.\n#  Two lines.\n\n")]
    public async Task The_fix_writes_the_file(string before, string comments)
    {
        var expected = comments + (before.Contains('\r', StringComparison.Ordinal) ? UpToDate.ReplaceLineEndings("\r\n") : UpToDate);
        Assert.Equal(expected, await FixAsync(before, isForAll: false));
        Assert.Equal(expected, await FixAsync(before, isForAll: true));
        Assert.Empty(await Project.ReportsAsync(expected));
    }

    private static async Task<string> SaidAsync(string file) => Assert.Single(await Project.ReportsAsync(file)).GetMessage(CultureInfo.InvariantCulture);

    private static async Task<string> FixAsync(string before, bool isForAll)
    {
        var report = Assert.Single(await Project.ReportsAsync(before));
        using var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var (program, file) = (DocumentId.CreateNewId(project), DocumentId.CreateNewId(project));
        var solution = workspace.CurrentSolution
            .AddProject(project, "App", "App", LanguageNames.CSharp)
            .AddDocument(program, "Program.cs", SourceText.From(Project.Sources[0]), filePath: "/app/Program.cs")
            .AddAdditionalDocument(file, ProjectFile.Scopes, SourceText.From(before), filePath: "/app/" + ProjectFile.Scopes);
        var document = solution.GetDocument(program)!;
        var tree = await document.GetSyntaxTreeAsync();
        var inWorkspace = Diagnostic.Create(report.Descriptor, Location.Create(tree!, report.Location.SourceSpan), report.Properties);
        var fix = new UpdateScopesFileFix();
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, inWorkspace, (action, _) => actions.Add(action), CancellationToken.None));
        var action = Assert.Single(actions);
        Assert.Equal("Update DigitalOceanScopes.txt", action.Title);
        if (isForAll)
        {
            action = await fix.GetFixAllProvider().GetFixAsync(new FixAllContext(
                document, fix, FixAllScope.Solution, action.EquivalenceKey!, fix.FixableDiagnosticIds, new Known(inWorkspace), CancellationToken.None));
        }

        var changed = (await action!.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetAdditionalDocument(file)!.GetTextAsync()).ToString();
    }

    private sealed class Known(Diagnostic diagnostic) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([diagnostic]);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([diagnostic]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
