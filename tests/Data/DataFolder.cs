using System.Reflection;

namespace DoOAuth.Data.Tests;

/// <summary>The files in the repository's <c>data/</c>.</summary>
internal static class DataFolder
{
    public static string Path { get; } = System.IO.Path.Combine(
        typeof(DataFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "data");

    public static string Scopes => File.ReadAllText(System.IO.Path.Combine(Path, "scopes.tsv"));

    public static string Operations => File.ReadAllText(System.IO.Path.Combine(Path, "operations.tsv"));

    public static string Corrections => File.ReadAllText(System.IO.Path.Combine(Path, "corrections.tsv"));

    public static string Shapes => File.ReadAllText(System.IO.Path.Combine(Path, "shapes.tsv"));

    public static string Answers => File.ReadAllText(System.IO.Path.Combine(Path, "answers.tsv"));

    public static string ShapeCorrections => File.ReadAllText(System.IO.Path.Combine(Path, "shape-corrections.tsv"));

    public static string ApiDate => File.ReadAllText(System.IO.Path.Combine(Path, "api-date.txt"));
}
