using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>The tests on docs/testing.md are those that tests/Testing compiles and runs.</summary>
public sealed class TestingPageTests
{
    public const string Path = "docs/testing.md";

    private static readonly IReadOnlyList<string> Followed =
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(AllPages.Root, "tests", "Testing", "Page"), "*.cs").Select(file => File.ReadAllText(file).Trim())];

    public static TheoryData<string, int> Blocks => AllPages.BlocksIn(page => page.Path == Path, "csharp");

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_a_test_that_is_run(string page, int line) => Assert.Contains(AllPages.Block(page, line).Text.Trim(), Followed);

    [Fact]
    public void Every_test_is_on_the_page() => Assert.Equal(
        Followed.Order(StringComparer.Ordinal),
        AllPages.Find(Path).Blocks.Where(block => block.Language == "csharp").Select(block => block.Text.Trim()).Order(StringComparer.Ordinal));
}
