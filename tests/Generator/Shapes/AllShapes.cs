using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>Every shape, by name.</summary>
internal static class AllShapes
{
    private static readonly IReadOnlyDictionary<string, Shape> ByName =
        PlainShapes.All.Concat(PartShapes.All).Concat(OddShapes.All).Concat(WrongShapes.All).Append(TwoProjects.Second).ToDictionary(shape => shape.Name);

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => [.. ByName.Keys];

    /// <summary>The shape of this name.</summary>
    public static Shape Find(string name) => ByName[name];
}
