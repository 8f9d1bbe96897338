using System.Reflection;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>What the project file tells the tests.</summary>
internal static class TestBuild
{
    public static string RepositoryRoot => Value("RepositoryRoot");

    /// <summary>The date of the API description, from <c>data/api-date.txt</c>.</summary>
    public static string ApiDate { get; } = File.ReadAllText(Path.Combine(RepositoryRoot, "data", "api-date.txt")).Trim();

    public static string Value(string key) => typeof(TestBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
