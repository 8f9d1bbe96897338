using System.Composition;
using System.Reflection;
using System.Text.RegularExpressions;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>The fixes are found by editors, offered for the rules that the table says, and do what the rules' pages show.</summary>
public sealed partial class FixProviderTests
{
    private static readonly string RuleFolder = Path.Combine(TestBuild.RepositoryRoot, "docs", "rules");

    public static TheoryData<string> RulesWithFix => [.. Rows().Where(row => row.HasFix).Select(row => row.Id)];

    [Fact]
    public void Editors_find_every_fix() => Assert.All(FixProviders.All, provider =>
    {
        var export = provider.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(provider.GetType().Name, export.Name);
        Assert.NotNull(provider.GetType().GetCustomAttribute<SharedAttribute>());
        Assert.True(provider.GetType().IsPublic);
    });

    [Fact]
    public void Every_fix_fixes_all_in_document_project_and_solution() => Assert.All(FixProviders.All, provider => Assert.Equal(
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution],
        provider.GetFixAllProvider()!.GetSupportedFixAllScopes().Order().Take(3)));

    [Fact]
    public void The_table_says_which_rules_have_a_fix() => Assert.Equal(
        Rows().Where(row => row.HasFix).Select(row => row.Id),
        FixProviders.All.SelectMany(provider => provider.FixableDiagnosticIds).Where(id => id.StartsWith("DOO", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_compilers_errors_at_a_guard_that_does_not_exist_have_one() => Assert.Superset(
        new HashSet<string>(["CS1061", "CS1929", "CS0117"]), new HashSet<string>(FixProviders.All.SelectMany(provider => provider.FixableDiagnosticIds)));

    [Theory]
    [MemberData(nameof(RulesWithFix))]
    public async Task The_fix_turns_the_pages_example_into_the_fixed_one(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RuleFolder, $"{id}.md"));
        using var session = EditorSession.Open(Example(page, "Example"), Example(page, "Example", "txt"));
        var steps = 0;
        while (await session.FixFirstAsync(id))
        {
            Assert.InRange(++steps, 1, 10);
        }

        // A page breaks lines where it is easiest to read.
        Assert.Equal(WithoutWhiteSpace(Example(page, "Fixed")), WithoutWhiteSpace(await session.ReadAsync()));
        Assert.Equal(Example(page, "Fixed", "txt"), await session.ReadScopesFileAsync());
    }

    private static string WithoutWhiteSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static IEnumerable<(string Id, bool HasFix)> Rows() => TableRows().Matches(File.ReadAllText(Path.Combine(RuleFolder, "README.md")))
        .Select(match => (match.Groups["id"].Value, match.Groups["fix"].Value.Trim().Length > 0));

    private static string Example(string page, string heading, string language = "csharp") => Regex.Match(
        page.ReplaceLineEndings("\n"), $"^## {heading}\n+(?:(?!^## ).)*?^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"^\| \[(?<id>DOO\d+)\]\([^)]*\) \|[^|]*\|[^|]*\|(?<fix>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex TableRows();
}
