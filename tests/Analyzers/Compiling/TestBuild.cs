using System.Reflection;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>What the project file tells the tests.</summary>
internal static class TestBuild
{
    public static string RepositoryRoot => Value("RepositoryRoot");

    public static string Value(string key) => typeof(TestBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
