using System.Reflection;

namespace DoOAuth.Generator.Tests.Harness;

/// <summary>The files that the package puts beside the compiler, as the generator's project lists them.</summary>
internal static class AnalyzerFiles
{
    /// <summary>Their paths.</summary>
    public static IReadOnlyList<string> All { get; } = typeof(AnalyzerFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "AnalyzerFiles").Value!.Split('|');
}
