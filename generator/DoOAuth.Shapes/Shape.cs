namespace DoOAuth.Shapes;

/// <summary>A named shape of <c>data/shapes.tsv</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Alias">The type that the name means, or null if the shape has members or alternatives.</param>
/// <param name="Chooser">The member whose value chooses one of the alternatives, or null if <paramref name="Members"/> are members.</param>
/// <param name="Members">The members of an object. If there is a chooser, the alternatives, named by the value that chooses them.</param>
internal sealed record Shape(string Name, ShapeType? Alias, string? Chooser, IReadOnlyList<ShapeMember> Members)
{
    private Dictionary<string, ShapeMember>? _byName;

    /// <summary>A member, or null if there is none of that name.</summary>
    public ShapeMember? Find(string name) =>
        (_byName ??= Members.ToDictionary(member => member.Name, StringComparer.Ordinal)).GetValueOrDefault(name);
}
