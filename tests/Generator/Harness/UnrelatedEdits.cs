namespace DoOAuth.Generator.Tests.Harness;

/// <summary>Edits that change nothing for an annotated class, in the order in which they can follow each other.</summary>
internal static class UnrelatedEdits
{
    private const string Elsewhere = "Elsewhere.cs";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Func<Shape, Shape>> All = [AddFile, EditElsewhere, AddType, AddComments, AddBlankLines, RemoveFile];

    public static Shape AddFile(Shape shape) => shape.With(Elsewhere, "internal static class Elsewhere { internal static int Answer() => 42; }");

    public static Shape EditElsewhere(Shape shape) => shape.Replace(Elsewhere, "42", "43");

    public static Shape AddType(Shape shape) => shape.With(Elsewhere, shape.Sources[Elsewhere] + "\ninternal sealed class AnotherOne;");

    // The annotated class's own file: its tree changes, and so does where everything in it stands.
    public static Shape AddBlankLines(Shape shape) => shape.With("App.cs", "\n\n" + shape.Sources["App.cs"]);

    public static Shape AddComments(Shape shape) => shape.With("App.cs", "// Moves everything.\n" + shape.Sources["App.cs"] + "\n// The end.\n");

    public static Shape RemoveFile(Shape shape) => shape with { Sources = shape.Sources.Remove(Elsewhere) };
}
