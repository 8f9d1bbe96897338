namespace DoOAuth.RefreshData.Shapes;

/// <summary>Examples that say nothing, such as <c>"example string"</c>, or too much, such as a whole certificate.</summary>
internal static class Placeholder
{
    private const int Longest = 400;

    /// <summary>Whether an example in JSON is missing, says nothing or is too long for a table.</summary>
    public static bool IsOne(string example) => example.Length > Longest || example is "" or "null" or "\"\"" or "[]" or "{}" or "\"string\"" or "[\"string\"]" or "\"example string\"" or "[\"example string\"]" or "\"example name\"";
}
