using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DoOAuth.Templates.Staging.Linting;

/// <summary>The paths and patterns in template.json match files.</summary>
internal static partial class OutputRule
{
    private static readonly string[] FileLists = ["include", "exclude", "copyOnly"];

    public static IEnumerable<LintFault> Check(TemplateFolder template)
    {
        foreach (var path in (template.Template["primaryOutputs"] as JsonArray ?? []).Select(output => output?["path"]?.GetValue<string>() ?? "").Where(path => !template.Files.ContainsKey(path)))
        {
            yield return new(template.TemplateFile, 0, $"The primary output '{path}' is not a file of the template.");
        }

        foreach (var pattern in Patterns(template).Where(pattern => !template.Files.Keys.Any(file => Pattern(pattern).IsMatch(file))))
        {
            yield return new(template.TemplateFile, 0, $"The pattern '{pattern}' in sources matches no file.");
        }

        foreach (var (path, text) in template.Files)
        {
            var lines = text.Split('\n');
            for (var index = 0; index < lines.Length; index++)
            {
                if (Token().Match(lines[index]) is { Success: true } token)
                {
                    yield return new($"{template.Name}/{path}", index + 1, $"'{token.Value}' is a token that is never replaced.");
                }

                // The engine requires an exact match, and would leave this marker in the output.
                if (LooseMarker().IsMatch(lines[index]))
                {
                    yield return new($"{template.Name}/{path}", index + 1, "A marker has a space before its '#': write <!--#if, <!--#else and <!--#endif.");
                }
            }
        }
    }

    private static IEnumerable<string> Patterns(TemplateFolder template) => (template.Template["sources"] as JsonArray ?? [])
        .SelectMany(source => source?["modifiers"] as JsonArray ?? [])
        .SelectMany(modifier => FileLists.SelectMany(list => modifier?[list] as JsonArray ?? []))
        .Select(pattern => pattern!.GetValue<string>());

    private static Regex Pattern(string glob) =>
        new("^" + Regex.Escape(glob).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"DOOAUTH_[A-Z_]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"<!--\s+#(if|elseif|else|endif)\b")]
    private static partial Regex LooseMarker();
}
