using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Docs.Tests.Wording;

namespace DoOAuth.Docs.Tests;

/// <summary>What users and contributors read is plain English: no phrase of <see cref="Phrase.All"/> is in it.</summary>
public sealed class WordingTests
{
    // Pages, and code whose messages and comments people read.
    private static readonly string[] Folders = ["docs", "eng", "findings", "generator", "runtime", "samples", "sandbox", "templates", "tests"];

    // The phrases themselves, and programs that are input of the scope checks, some of which other generators wrote.
    private static readonly string[] Exempt = ["tests/Docs/Wording/", "tests/Docs/WordingTests.cs", "tests/Analyzers/Cases/Programs/"];

    private static readonly string[] Extensions = [".md", ".cs", ".scriban", ".json", ".http", ".yaml", ".sh", ".csproj", ".props", ".targets"];

    private static readonly IReadOnlyList<(string Place, string Text)> Lines =
    [
        .. Files().SelectMany(file => File.ReadLines(file).Select((line, index) => ($"{Path.GetRelativePath(AllPages.Root, file)}:{index + 1}", line))),
    ];

    public static TheoryData<string> Phrases => [.. Phrase.All.Select(phrase => phrase.Pattern)];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void No_text_contains(string pattern)
    {
        var phrase = Phrase.All.Single(phrase => phrase.Pattern == pattern);
        var found = Lines.Where(line => phrase.IsIn(line.Text) && !IsRuleTitle(line.Text)).Select(line => $"{line.Place}: {line.Text.Trim()}").ToList();

        Assert.True(found.Count == 0, $"Write \"{phrase.Instead}\" instead of \"{phrase.Pattern}\":\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("Each of them may stay away.")]
    [InlineData("A client secret stands in the source.")]
    [InlineData("Leaves HTTPS to what stands in front of the app.")]
    [InlineData("Nothing comes of it with --no-https.")]
    [InlineData("README.md leads on to DigitalOcean itself.")]
    [InlineData("It would be able to")]
    [InlineData("The value; nothing where it only informs.")]
    [InlineData("The line that mends it.")]
    [InlineData("## What is missed")]
    [InlineData("Besides, it is so.")]
    [InlineData("An argument that a method may hand on to a call.")]
    [InlineData("The scopes to take away.")]
    [InlineData("A value of which nothing is known.")]
    [InlineData("A comment behind the comma.")]
    [InlineData("An expression that is no conditional.")]
    [InlineData("Redis is still away.")]
    [InlineData("The refresh token is spent.")]
    public void A_phrase_is_recognized(string line) => Assert.Contains(Phrase.All, phrase => phrase.IsIn(line));

    [Theory]
    [InlineData("It stands in for DigitalOcean.")]
    [InlineData("We recommend it; a commended fix.")]
    [InlineData("The app is behind the proxy.")]
    [InlineData("A token that is no longer valid.")]
    public void A_usual_phrase_is_not(string line) => Assert.DoesNotContain(Phrase.All, phrase => phrase.IsIn(line));

    [Fact]
    public void Every_folder_has_text() => Assert.All(
        Folders,
        folder => Assert.Contains(Lines, line => line.Place.StartsWith(folder + "/", StringComparison.Ordinal)));

    // The title of a rule is its descriptor's, in generator/.
    private static bool IsRuleTitle(string line) => line.StartsWith("# DOO", StringComparison.Ordinal);

    private static IEnumerable<string> Files() =>
        AllPages.All.Select(page => Path.Combine(AllPages.Root, page.Path))
            .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AllPages.Root, folder), "*", SearchOption.AllDirectories)))
            .Where(file => Extensions.Contains(Path.GetExtension(file)) || Path.GetFileName(file) == "Dockerfile")
            .Where(file => !Path.GetRelativePath(AllPages.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Where(file => !Exempt.Any(exempt => Path.GetRelativePath(AllPages.Root, file).StartsWith(exempt, StringComparison.Ordinal)))
            .Distinct();
}
