using System.Reflection;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>Where this clone is, and what its build says of itself.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("RepositoryRoot"));

    /// <summary>The version that Directory.Build.props gives to every package.</summary>
    public static string Version { get; } = Metadata("DoOAuthVersion");

    /// <summary>What the project file says about itself under <paramref name="key"/>.</summary>
    public static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
