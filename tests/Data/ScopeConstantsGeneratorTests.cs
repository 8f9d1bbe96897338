extern alias emitter;

using System.Globalization;
using System.Text;
using emitter::DoOAuth.ScopeConstants;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Data.Tests;

/// <summary>The constants that a build generates from unusual data, and its errors for data that is not valid.</summary>
public sealed class ScopeConstantsGeneratorTests
{
    private const string Header = "# comment\nscope\trequired\tassociated\tchecked\trenamed_to\n";

    [Theory]
    [InlineData("class:new", "Scopes.Class.New")]
    [InlineData("tag:tag", "Scopes.Tag.TagScope")]
    [InlineData("scopes:scopes", "Scopes.ScopesResource.Scopes")]
    [InlineData("equals:get_type", "Scopes.EqualsResource.GetTypeScope")]
    [InlineData("read:x", "Scopes.ReadResource.X")]
    [InlineData("1_click:2_do", "Scopes._1Click._2Do")]
    [InlineData("block-storage:read", "Scopes.BlockStorage.Read")]
    public void Names_that_are_keywords_or_conflict_compile_without_warnings(string scope, string constant)
    {
        var (compilation, diagnostics) = Emit(Header + $"read\t\t\toauth\n{scope}\tread\t\tlist\n");
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var path = constant.Split('.');
        var type = compilation.GetTypeByMetadataName($"DoOAuth.{path[0]}+{path[1]}")!;
        Assert.Equal(scope, ((IFieldSymbol)type.GetMembers(path[2]).Single()).ConstantValue);
    }

    [Fact]
    public void Two_spellings_of_a_resource_share_a_class()
    {
        var (compilation, diagnostics) = Emit(Header + "block-storage:read\t\t\tlist\nblock_storage:write\t\t\tlist\n");
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void The_documentation_of_a_constant_names_the_scopes_that_it_requires()
    {
        var (compilation, _) = Emit(Header + "a:create\ta:read\tb_c:read\tpage\na:read\t\t\tpage\nb_c:read\t\t\tlist\n");
        var comment = compilation.GetTypeByMetadataName("DoOAuth.Scopes+A")!.GetMembers("Create").Single().GetDocumentationCommentXml()!;
        Assert.Contains("<c>a:create</c>", comment, StringComparison.Ordinal);
        Assert.Contains("also requires: <see cref=\"F:DoOAuth.Scopes.A.Read\"/>", comment, StringComparison.Ordinal);
        Assert.Contains("associates it with: <see cref=\"F:DoOAuth.Scopes.BC.Read\"/>", comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Droplet:read\t\t\tlist", "'Droplet:read' is not a scope: write resource:action with lowercase letters, digits, '_' and '-'.")]
    [InlineData("a:b:c\t\t\tlist", "'a:b:c' is not a scope: write resource:action with lowercase letters, digits, '_' and '-'.")]
    [InlineData("a:read", "'' is not valid in the column 'checked': write page, list, oauth or renamed.")]
    [InlineData("a:read\t\t\tseen", "'seen' is not valid in the column 'checked': write page, list, oauth or renamed.")]
    [InlineData("a:read\tb:read\t\tlist", "'b:read' in the column 'required' is not in this file: add a line for it.")]
    [InlineData("a:read\ta:read\t\tlist", "'a:read' names itself in the column 'required'.")]
    [InlineData("a:read\t\tok:old\tlist", "'ok:old' in the column 'associated' is 'ok:read' now.")]
    [InlineData("a:read\t\t\trenamed", "Write renamed in the column 'checked' if the column 'renamed_to' has the new name, and only then.")]
    [InlineData("a:read\t\t\tlist\tok:read", "Write renamed in the column 'checked' if the column 'renamed_to' has the new name, and only then.")]
    [InlineData("a:read\t\t\toauth", "Write oauth in the column 'checked' if the scope has no resource, like 'read' and 'write', and only then.")]
    [InlineData("a\t\t\tlist", "Write oauth in the column 'checked' if the scope has no resource, like 'read' and 'write', and only then.")]
    [InlineData("ok:read\t\t\tlist", "'ok:read' is already in line 3.")]
    [InlineData("o-k:x\t\t\tlist\no_k:x\t\t\tlist", "'o_k:x' and 'o-k:x' in line 5 would both be the constant Scopes.OK.X.", 6)]
    [InlineData("a:read\t\t\tlist\t\t\tx", "The line has 7 cells, but there are 5 columns: scope required associated checked renamed_to.")]
    public void A_line_that_is_not_valid_is_an_error_at_that_line(string lines, string message, int line = 5)
    {
        var (compilation, diagnostics) = Emit(Header + "ok:read\t\t\tlist\nok:old\t\t\trenamed\tok:read\n" + lines + "\n");
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal("/repository/data/scopes.tsv", place.Path);
        Assert.Equal(line, place.StartLinePosition.Line + 1);
        Assert.NotEmpty(compilation.GetTypeByMetadataName("DoOAuth.Scopes+Ok")!.GetMembers("Read"));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("scope\tneeds\n", "The first line that is not a comment must name the columns, separated by tabs: scope required associated checked renamed_to.")]
    public void A_file_without_a_header_is_an_error(string text, string message) =>
        Assert.Equal(message, Assert.Single(Emit(text).Diagnostics).GetMessage(CultureInfo.InvariantCulture));

    [Fact]
    public void A_missing_file_is_an_error_with_the_line_to_add() => Assert.Contains(
        "<AdditionalFiles Include=\"../../data/scopes.tsv\" />",
        Assert.Single(Emit(null).Diagnostics).GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    private static (Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Emit(string? text)
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Runtime",
            references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(
            [new ScopeConstantsGenerator().AsSourceGenerator()],
            text is null ? [] : [new DataText(text)],
            parseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var emitted, out var diagnostics);
        return (emitted, diagnostics);
    }

    private sealed class DataText(string text) : AdditionalText
    {
        public override string Path => "/repository/data/scopes.tsv";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
