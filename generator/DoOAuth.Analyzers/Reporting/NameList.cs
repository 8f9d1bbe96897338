namespace DoOAuth.Analyzers.Reporting;

/// <summary>Writes names into a sentence.</summary>
internal static class NameList
{
    /// <summary>The names, as in <c>'a', 'b' and 'c'</c>.</summary>
    public static string Of(IEnumerable<string> names, string quote = "'", string word = "and")
    {
        var quoted = names.Select(name => quote + name + quote).ToList();
        return quoted.Count < 2
            ? string.Concat(quoted)
            : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} {word} {quoted[quoted.Count - 1]}";
    }
}
