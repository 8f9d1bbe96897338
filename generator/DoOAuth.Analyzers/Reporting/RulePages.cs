using System.Reflection;

namespace DoOAuth.Analyzers.Reporting;

/// <summary>The pages that explain the rules.</summary>
internal static class RulePages
{
    /// <summary>The category of all rules in an editor's settings.</summary>
    public const string Category = "DoOAuth";

    // The SDK writes the property RepositoryUrl into each assembly, where it is set.
    private static readonly string? Repository = typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;

    /// <summary>The help link of a rule, or null if the repository has no web address. The package carries the page either way.</summary>
    public static string? For(string ruleId) => In(Repository, ruleId);

    /// <summary>The page of a rule in the repository at <paramref name="repository"/>, or null without one.</summary>
    public static string? In(string? repository, string ruleId) =>
        string.IsNullOrEmpty(repository) ? null : $"{repository!.TrimEnd('/')}/blob/main/docs/rules/{ruleId}.md";
}
