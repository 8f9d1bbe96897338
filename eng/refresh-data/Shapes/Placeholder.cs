namespace DoOAuth.RefreshData.Shapes;

/// <summary>Examples that say nothing, such as <c>"example string"</c>.</summary>
internal static class Placeholder
{
    /// <summary>Whether an example in JSON is missing or says nothing.</summary>
    public static bool IsOne(string example) => example is "" or "null" or "\"\"" or "[]" or "{}" or "\"string\"" or "[\"string\"]" or "\"example string\"" or "[\"example string\"]" or "\"example name\"";
}
