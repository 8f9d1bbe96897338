using System.Text.RegularExpressions;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>A condition of the template engine.</summary>
/// <param name="File">The file that contains it, as it is named in a fault.</param>
/// <param name="Line">Its line, starting at 1, or 0 in template.json.</param>
/// <param name="Text">The expression.</param>
internal sealed partial record TemplateCondition(string File, int Line, string Text)
{
    // What the evaluator knows by itself, beside what hosts tell.
    private static readonly string[] Words = ["true", "false", "True", "False", "and", "or", "not", "name", "OS", "Windows_NT", "HostIdentifier"];

    /// <summary>The symbols that it names.</summary>
    public IEnumerable<string> Symbols => Identifier().Matches(Literal().Replace(Text, "\"\"")).Select(match => match.Value).Except(Words, StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    /// <summary>What symbols are compared with, as text.</summary>
    public IEnumerable<(string Symbol, string Value)> Comparisons => Comparison().Matches(Text).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    /// <summary>Whether every bracket is closed.</summary>
    public bool IsClosed => Literal().Replace(Text, "") is var code && code.Count(character => character == '(') == code.Count(character => character == ')') && !code.Contains('"', StringComparison.Ordinal);

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex("([A-Za-z_]\\w*)\\s*[!=]=\\s*\"([^\"]*)\"")]
    private static partial Regex Comparison();
}
