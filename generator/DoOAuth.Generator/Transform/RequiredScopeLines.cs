using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Generator.Transform;

/// <summary>
/// What DigitalOcean requires beside a scope, straight from its line of <c>scopes.tsv</c>. The catalog, which the rules read,
/// judges every line of the file; a build that has just started its compiler would wait for that.
/// </summary>
internal static class RequiredScopeLines
{
    private static readonly char[] Space = [' '];

    private static readonly Lazy<string> Text = new(Read);

    /// <summary>The scopes that the line names; none where there is no such line.</summary>
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

    // Without the line that names the columns: the first of them is called scope.
    private static string Read()
    {
        var text = EmbeddedText.Read("scopes.tsv");
        return text.Substring(text.IndexOf('\n', text.IndexOf("\nscope\t", StringComparison.Ordinal) + 1)) + "\n";
    }
}
