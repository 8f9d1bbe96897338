using System.Text.RegularExpressions;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>A line or a piece of one that begins, continues or ends what a condition keeps.</summary>
/// <param name="Line">Its line from 1.</param>
/// <param name="Keyword"><c>if</c>, <c>elseif</c>, <c>else</c> or <c>endif</c>.</param>
/// <param name="Text">The condition, if there is one.</param>
internal sealed partial record ConditionMarker(int Line, string Keyword, string Text)
{
    private static readonly string[] Code = [".cs", ".fs"];
    private static readonly string[] Markup = [".md", ".csproj", ".props", ".targets", ".xml", ".svg", ".html", ".slnx"];
    private static readonly string[] Hash = [".yaml", ".yml", ".sh", ".ps1", ".gitignore", ".dockerignore", ".editorconfig", ".gitattributes", "Dockerfile"];

    /// <summary>The markers of a file, in the form that the engine looks for in files of its kind.</summary>
    public static IEnumerable<ConditionMarker> In(string path, string text)
    {
        var name = Path.GetFileName(path);
        var extension = Path.GetExtension(path) is { Length: > 0 } found ? found : name;
        var form = Code.Contains(extension, StringComparer.Ordinal) || Hash.Contains(extension, StringComparer.Ordinal) ? AfterHash()
            : Markup.Contains(extension, StringComparer.Ordinal) ? InMarkup()
            : extension == ".css" ? InStyles()
            : AfterSlashes();
        return text.Split('\n').SelectMany((line, index) => form.Matches(line)
            .Select(match => new ConditionMarker(index + 1, match.Groups[1].Value == "elif" ? "elseif" : match.Groups[1].Value, match.Groups[2].Value.Trim())));
    }

    [GeneratedRegex(@"^\s*#(if|elseif|elif|else|endif)\b(.*)$")]
    private static partial Regex AfterHash();

    [GeneratedRegex(@"^\s*//#(if|elseif|elif|else|endif)\b(.*)$")]
    private static partial Regex AfterSlashes();

    [GeneratedRegex(@"<!--#(if|elseif|elif|else|endif)\b(.*?)-->")]
    private static partial Regex InMarkup();

    [GeneratedRegex(@"/\*#(if|elseif|elif|else|endif)\b(.*?)\*/")]
    private static partial Regex InStyles();
}
