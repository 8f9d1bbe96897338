using System.Reflection;

namespace DoOAuth.Repository.Tests;

/// <summary>The files of this clone.</summary>
internal static class Clone
{
    public static string Root { get; } = Path.GetFullPath(typeof(Clone).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!);

    /// <summary>A file's text, with the line ends of this repository wherever it was checked out.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));
}
