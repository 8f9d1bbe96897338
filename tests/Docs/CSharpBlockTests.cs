using System.Globalization;
using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Compiling;
using DoOAuth.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Docs.Tests;

public sealed partial class CSharpBlockTests
{
    /// <summary>
    /// All but the examples of the rules, which the tests of the rules compile, the excerpts of samples, which the build compiles, and the tests of
    /// <see cref="TestingPageTests"/>.
    /// </summary>
    public static TheoryData<string, int> Blocks => AllPages.BlocksIn(
        page => page.Path != TestingPageTests.Path && !SampleBlockTests.Has(page) && !page.Path.StartsWith("docs/rules/DOO", StringComparison.Ordinal),
        "csharp");

    public static TheoryData<string, int> Quotes => AllPages.BlocksIn(_ => true, "text");

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Compiles_without_a_word_or_gets_the_one_error_that_it_announces(string page, int line)
    {
        var block = AllPages.Block(page, line);
        var expected = Expectation.Of(block);
        var said = await PageCompilation.DiagnosticsAsync(block);
        var heard = said.Where(diagnostic => diagnostic.Severity >= (expected?.Severity ?? DiagnosticSeverity.Warning)).ToList();

        Assert.True(
            expected is null ? heard.Count == 0 : heard.Count > 0 && heard.All(diagnostic => diagnostic.Id == expected.Id && diagnostic.Severity == expected.Severity),
            $"{block} should get {expected?.Id ?? "nothing"}, and gets:\n{string.Join('\n', heard)}");
    }

    [Theory]
    [MemberData(nameof(Quotes))]
    public async Task A_quoted_message_is_what_the_compiler_says(string page, int line)
    {
        var quote = AllPages.Block(page, line);
        var block = quote.Before.FirstOrDefault();
        var expected = block is { Language: "csharp" } ? Expectation.Of(block) : null;
        Assert.True(expected is not null, $"{quote} follows no block that announces a diagnostic: nothing shows that it is true.");

        var said = (await PageCompilation.DiagnosticsAsync(block!)).Where(diagnostic => diagnostic.Id == expected.Id).Select(Line);

        Assert.Equal(WithoutPlaces(string.Join('\n', said)), WithoutPlaces(quote.Text));
    }

    // Around an excerpt stands what the page leaves out, so that its lines have other numbers here.
    private static string WithoutPlaces(string message) => Places().Replace(message, "");

    private static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@" \([^()]*, line \d+\)")]
    private static partial Regex Places();
}
