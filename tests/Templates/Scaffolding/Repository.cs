using System.Reflection;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>Where this clone is, and what its build says of itself.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>The version that Directory.Build.props gives to every package.</summary>
    public static string Version { get; } = Metadata("DoOAuthVersion");

    /// <summary>The repository's web address, or null while it has none: the property RepositoryUrl, which the SDK writes into each assembly.</summary>
    public static string? Address { get; } = Find("RepositoryUrl");

    /// <summary>What the project file says about itself under <paramref name="key"/>.</summary>
    public static string Metadata(string key) => Find(key)
        ?? throw new InvalidOperationException($"The project file has no AssemblyMetadata {key}.");

    private static string? Find(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(attribute => attribute.Key == key)?.Value;
}
