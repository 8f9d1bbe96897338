using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Tests;

/// <summary>The rules, their pages, the tables and the release notes say the same.</summary>
public sealed partial class RulePageTests
{
    private static readonly string RuleFolder = Path.Combine(TestBuild.RepositoryRoot, "docs", "rules");

    // The SDK writes the property into the assembly of these tests as well, where it is set.
    private static readonly string? Repository = typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;

    public static TheoryData<string> RuleIds => [.. Descriptors.Select(descriptor => descriptor.Id).Distinct()];

    private static DiagnosticDescriptor[] Descriptors { get; } =
        [.. UserProject.EveryRule.SelectMany(rule => rule.SupportedDiagnostics).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_belongs_to_one_analyzer() =>
        Assert.All(Descriptors.GroupBy(descriptor => descriptor.Id), rule =>
            Assert.Single(UserProject.EveryRule, analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule.Key)));

    [Fact]
    public void Every_page_belongs_to_a_rule() => Assert.Equal(
        Descriptors.Select(descriptor => descriptor.Id).Distinct(),
        Directory.GetFiles(RuleFolder, "DOO*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_help_link_leads_to_the_page_in_the_repository_where_that_has_an_address(string id) => Assert.All(
        Descriptors.Where(descriptor => descriptor.Id == id),
        descriptor => Assert.Equal(RulePages.In(Repository, id) ?? "", descriptor.HelpLinkUri));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://example.com/owner/name", "https://example.com/owner/name/blob/main/docs/rules/DOO001.md")]
    [InlineData("https://example.com/owner/name/", "https://example.com/owner/name/blob/main/docs/rules/DOO001.md")]
    public void A_repository_without_an_address_gives_no_link(string? repository, string? link) => Assert.Equal(link, RulePages.In(repository, "DOO001"));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_has_the_rules_title_severity_and_parts(string id)
    {
        var page = Page(id);
        var descriptor = Descriptors.First(descriptor => descriptor.Id == id);
        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {Severity(descriptor)}.", page, StringComparison.Ordinal);
        Assert.Equal(["What is reported", "Why", "Example", "Fixed", "When to suppress"], Headings().Matches(page).Select(match => match.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task The_example_that_fails_is_reported_and_by_this_rule_alone(string id) =>
        Assert.Equal([id], (await UserProject.DiagnosticsAsync(Example(id, "Example"), id, ScopesFile(id, "Example"))).Where(IsOurs).Select(diagnostic => diagnostic.Id).Distinct());

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task The_fixed_example_compiles_without_a_word(string id) =>
        Assert.Empty(await UserProject.DiagnosticsAsync(Example(id, "Fixed"), id, ScopesFile(id, "Fixed")));

    [Fact]
    public async Task The_page_about_scopes_shows_the_file_of_its_example()
    {
        var page = Text("docs/why-each-scope.md");
        var (source, file) = (Regex.Match(page, "^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline), Files().Match(page));
        Assert.True(source.Success && file.Success);
        Assert.Empty(await UserProject.DiagnosticsAsync(source.Groups[1].Value, "DOO107", file.Groups[1].Value));
        Assert.Single(await UserProject.DiagnosticsAsync(source.Groups[1].Value, "DOO107", ""));
    }

    [Theory]
    [InlineData("docs/rules/README.md", "")]
    [InlineData("README.md", "docs/rules/")]
    public void The_table_lists_every_rule_with_its_severity(string file, string folder)
    {
        var rows = TableRows().Matches(Text(file)).Select(match => (match.Groups["id"].Value, match.Groups["page"].Value, match.Groups["severity"].Value));
        Assert.Equal(
            Descriptors.Select(descriptor => (descriptor.Id, $"{folder}{descriptor.Id}.md", Severity(descriptor))).Distinct(),
            rows);
    }

    [Fact]
    public void The_release_notes_list_every_rule()
    {
        var notes = Text("generator/DoOAuth.Analyzers/AnalyzerReleases.Shipped.md") + Text("generator/DoOAuth.Analyzers/AnalyzerReleases.Unshipped.md");
        Assert.All(Descriptors, descriptor => Assert.Contains(
            $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | [{descriptor.Title.ToString(CultureInfo.InvariantCulture)}](../../docs/rules/{descriptor.Id}.md)",
            notes,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_readme_quotes_what_the_compiler_says()
    {
        var readme = Text("README.md");
        var quotes = ReadmeQuotes().Matches(readme);
        Assert.NotEmpty(quotes);
        foreach (Match quote in quotes)
        {
            var diagnostics = await UserProject.DiagnosticsAsync("using DoOAuth;\n" + quote.Groups["code"].Value);
            Assert.Contains(
                Dates().Replace(quote.Groups["message"].Value, TestBuild.ApiDate),
                diagnostics.Select(diagnostic => $"{Severity(diagnostic.Descriptor)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
        }
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("DOO", StringComparison.Ordinal);

    private static string Severity(DiagnosticDescriptor descriptor) =>
        descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "info" : descriptor.DefaultSeverity == DiagnosticSeverity.Warning ? "warning" : "error";

    private static string Example(string id, string heading) =>
        Regex.Match(Page(id), $"^## {heading}\n+```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidDataException($"docs/rules/{id}.md has no C# under '## {heading}'.");

    private static string? ScopesFile(string id, string heading) =>
        Page(id) is var page && Files().Match(page, page.IndexOf($"## {heading}\n", StringComparison.Ordinal)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Page(string id) => Text($"docs/rules/{id}.md");

    private static string Text(string file) => File.ReadAllText(Path.Combine(TestBuild.RepositoryRoot, file)).Replace("\r\n", "\n", StringComparison.Ordinal);

    // An example need not change with the data.
    [GeneratedRegex(@"(?<=API as of )\d{4}-\d\d-\d\d")]
    private static partial Regex Dates();

    [GeneratedRegex("^```txt\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Files();

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^\| \[(?<id>DOO\d+)\]\((?<page>[^)]*)\) \| (?<severity>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRows();

    [GeneratedRegex(@"```csharp (error|warning)=DOO\d+\n(?<code>.*?)```\s+```text\n(?<message>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ReadmeQuotes();
}
