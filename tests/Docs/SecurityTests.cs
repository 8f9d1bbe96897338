using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>The way through RFC 9700 names code that is there and tests that are there.</summary>
public sealed partial class SecurityTests
{
    private static readonly string[] Sections =
    [
        "2.1", "2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3", "2.4", "2.5", "2.6", .. Enumerable.Range(1, 17).Select(number => $"4.{number}"),
    ];

    private static readonly HashSet<string> TestClasses = [.. new[] { "Runtime", "Attacks" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(AllPages.Root, "tests", project), "*.cs"))
        .Where(file => File.ReadAllText(file) is var text && (text.Contains("[Fact]", StringComparison.Ordinal) || text.Contains("[Theory]", StringComparison.Ordinal)))
        .SelectMany(file => TestClass().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))];

    public static TheoryData<string> Rows => [.. ReadRows().Select(cells => string.Join('|', cells))];

    [Fact]
    public void Every_section_has_its_row() =>
        Assert.Equal(Sections, ReadRows().Select(cells => cells[0].Split(' ')[0]).Distinct());

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_where_in_the_code_and_by_which_tests(string row)
    {
        var cells = row.Split('|');
        var (where, tests) = (Spans(cells[3]), Spans(cells[4]));

        Assert.NotEmpty(where);
        Assert.All(where, file => Assert.True(File.Exists(Path.Combine(AllPages.Root, "runtime", "DoOAuth", file)), $"{cells[0]}: there is no runtime/DoOAuth/{file}."));
        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.True(
            test.Contains('/', StringComparison.Ordinal) ? File.Exists(Path.Combine(AllPages.Root, test)) : TestClasses.Contains(test),
            $"{cells[0]}: there is no test class {test}."));
    }

    [Fact]
    public void No_attack_is_left_out()
    {
        var page = File.ReadAllText(Path.Combine(AllPages.Root, "docs", "security.md"));
        var attacks = Directory.EnumerateFiles(Path.Combine(AllPages.Root, "tests", "Attacks"), "*.cs").Select(Path.GetFileNameWithoutExtension).ToList();

        Assert.NotEmpty(attacks);
        Assert.All(attacks, attack => Assert.Contains($"`{attack}`", page, StringComparison.Ordinal));
    }

    private static List<string[]> ReadRows() =>
    [
        .. File.ReadAllLines(Path.Combine(AllPages.Root, "docs", "security.md"))
            .Where(line => Row().IsMatch(line))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static List<string> Spans(string cell) => [.. CodeSpan().Matches(cell).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex(@"^\| \d\.\d")]
    private static partial Regex Row();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"public sealed (?:partial )?class (?<name>\w+)")]
    private static partial Regex TestClass();
}
