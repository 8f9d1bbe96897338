using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Generator.Transform;

/// <summary>
/// The scopes that DigitalOcean requires in addition to a scope, read directly from its line in <c>scopes.tsv</c>. The catalog that the rules use
/// validates the whole file, which would delay a build that has just started its compiler.
/// </summary>
internal static class RequiredScopeLines
{
    private static readonly char[] Space = [' '];

    private static readonly Lazy<string> Text = new(Read);

    /// <summary>The scopes in the line; empty if there is no such line.</summary>
    public static string[] Of(string scope)
    {
        var text = Text.Value;
        var line = text.IndexOf($"\n{scope}\t", StringComparison.Ordinal);
        if (line < 0)
        {
            return [];
        }

        var begin = line + scope.Length + 2;
        var end = text.IndexOfAny(['\t', '\n'], begin);
        return text.Substring(begin, end - begin).Split(Space, StringSplitOptions.RemoveEmptyEntries);
    }

    // Without the line with the column names, the first of which is "scope".
    private static string Read()
    {
        var text = EmbeddedText.Read("scopes.tsv");
        return text.Substring(text.IndexOf('\n', text.IndexOf("\nscope\t", StringComparison.Ordinal) + 1)) + "\n";
    }
}
