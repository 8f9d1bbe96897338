namespace DoOAuth.Generator.Analyzers.Calls;

/// <summary>Joins words as a sentence does.</summary>
internal static class Words
{
    public static string List(IEnumerable<string> words) => Join([.. words], "and");

    public static string Choice(IEnumerable<string> words) => Join([.. words], "or");

    private static string Join(IReadOnlyList<string> words, string last) => words.Count == 1
        ? words[0]
        : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[words.Count - 1]}";
}
