namespace DoOAuth.Analyzers.Reporting;

/// <summary>Where a rule is explained to whoever meets it.</summary>
internal static class RulePages
{
    /// <summary>The category under which every rule stands in an editor's settings.</summary>
    public const string Category = "DoOAuth";

    private const string Address = "https://github.com/do-oauth/do-oauth/blob/main/docs/rules/";

    /// <summary>The page of a rule, for its help link.</summary>
    public static string For(string ruleId) => $"{Address}{ruleId}.md";
}
