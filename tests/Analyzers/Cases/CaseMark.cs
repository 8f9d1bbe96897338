using System.Globalization;
using System.Text.RegularExpressions;

namespace DoOAuth.Analyzers.Tests.Cases;

/// <summary>What a line of a case has to say, in a comment at its end.</summary>
/// <param name="Kind">What a report on the line would be.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Scope">The scope that the report names, if the mark says one.</param>
/// <param name="Group">The marks of which one report is enough: those of a case, or those with the same name.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed partial record CaseMark(CaseMarkKind Kind, string Rule, string Scope, string Group, string File, int Line)
{
    /// <summary>The marks of a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="text">Its text.</param>
    public static IEnumerable<CaseMark> Of(string file, string text)
    {
        var name = file;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (CaseName().Match(line) is { Success: true } named)
            {
                name = $"{file}: {named.Groups["name"].Value}";
            }

            foreach (Match mark in Mark().Matches(line))
            {
                yield return new CaseMark(
                    Enum.Parse<CaseMarkKind>(mark.Groups["kind"].Value, ignoreCase: true),
                    mark.Groups["rule"].Value,
                    mark.Groups["scope"].Value,
                    mark.Groups["group"] is { Success: true, Value: var group } ? group : name,
                    file,
                    index + 1);
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rule} {Scope} in {Group}, line {Line}");

    [GeneratedRegex(@"case: (?<name>[^*]*)")]
    private static partial Regex CaseName();

    [GeneratedRegex(@"(?<kind>expect|or|undecidable): (?<rule>DOO\d{3})(?: (?<scope>\w+:\w+))?(?: (?<group>#\w+))?")]
    private static partial Regex Mark();
}
