using System.Text.Json;
using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Compiling;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>Blocks that are neither code nor commands.</summary>
public sealed partial class BlockTests
{
    private static readonly string[] TestedLanguages = ["csharp", "sh", "text", "json", "ini", "mermaid", "razor", "txt", "xml", "js"];
    private static readonly string[] Diagrams = ["flowchart", "sequenceDiagram", "stateDiagram-v2", "classDiagram"];

    public static TheoryData<string> Pages => [.. AllPages.All.Select(page => page.Path)];

    public static TheoryData<string, int> Json => AllPages.BlocksIn(_ => true, "json");

    public static TheoryData<string, int> Settings => AllPages.BlocksIn(_ => true, "ini");

    public static TheoryData<string, int> Mermaid => AllPages.BlocksIn(_ => true, "mermaid");

    public static TheoryData<string, int> Razor => AllPages.BlocksIn(page => !SampleBlockTests.Has(page), "razor");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_in_a_language_that_a_test_reads(string page) => Assert.All(
        AllPages.Find(page).Blocks,
        block => Assert.True(TestedLanguages.Contains(block.Language), $"{block}: nothing tests a block in '{block.Language}'."));

    [Theory]
    [MemberData(nameof(Json))]
    public void Json_can_be_parsed(string page, int line)
    {
        using var document = JsonDocument.Parse(AllPages.Block(page, line).Text);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_are_of_rules_that_exist(string page, int line)
    {
        var lines = AllPages.Block(page, line).Text.Split('\n').Where(text => text.Length > 0 && text[0] is not '[' and not '#');
        Assert.All(lines, text =>
        {
            var match = Severity().Match(text);
            Assert.True(match.Success, $"'{text}' sets no severity.");
            Assert.Contains(match.Groups["id"].Value, PageCompilation.RuleIds);
        });
    }

    [Theory]
    [MemberData(nameof(Mermaid))]
    public void A_diagram_is_of_a_kind_that_is_drawn(string page, int line) =>
        Assert.Contains(AllPages.Block(page, line).Text.Split(' ', '\n')[0], Diagrams);

    // That app is built, and tests/EndToEnd uses its pages in a browser.
    [Theory]
    [MemberData(nameof(Razor))]
    public void A_component_is_one_of_the_app_that_is_run_in_a_browser(string page, int line) => Assert.Contains(
        AllPages.Block(page, line).Text.Trim(),
        Directory.EnumerateFiles(Path.Combine(AllPages.Root, "tests", "BlazorApp", "Components", "Pages"), "*.razor").Select(file => File.ReadAllText(file).Trim()));

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>DOO\d{3})\.severity = (none|silent|suggestion|warning|error)$")]
    private static partial Regex Severity();
}
