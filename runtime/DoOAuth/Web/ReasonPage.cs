using System.Reflection;

namespace DoOAuth;

/// <summary>
/// The page about a reason, which is the <c>type</c> of its problem. It is in the repository, whose address the build writes to the assembly.
/// </summary>
internal static class ReasonPage
{
    private static readonly string? Repository = typeof(ReasonPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value?.TrimEnd('/');

    /// <summary>The address of the page; null without a reason, or if the build has no repository address.</summary>
    public static string? Of(string? reason) => Of(Repository, reason);

    internal static string? Of(string? repository, string? reason) =>
        string.IsNullOrEmpty(repository) || reason is null ? null : $"{repository}/blob/main/docs/reasons.md#{reason}";
}
