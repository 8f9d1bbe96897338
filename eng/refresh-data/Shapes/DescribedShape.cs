namespace DoOAuth.RefreshData.Shapes;

/// <summary>A named shape: an object with members, or another name for a type.</summary>
/// <param name="Name">The name, which is unique.</param>
/// <param name="Type">The type that the name means, or null if the shape has members.</param>
/// <param name="Chooser">For alternatives: the member whose value chooses one of them. Null if there is none.</param>
/// <param name="Members">The members, or the alternatives if <paramref name="Chooser"/> is not null.</param>
internal sealed record DescribedShape(string Name, string? Type, string? Chooser, IReadOnlyList<DescribedMember> Members)
{
    /// <summary>The lines of the table.</summary>
    public IEnumerable<string> Lines() =>
    [
        Type is not null ? $"{Name} = {Type}" : Chooser is not null ? $"{Name} by {Chooser}" : Name,
        .. Members.Select(member => member.Line()),
    ];
}

/// <summary>A member of a shape.</summary>
/// <param name="Name">The name; <c>*</c> for all other members; for an alternative, the value that chooses it.</param>
/// <param name="IsRequired">Whether the member is always there.</param>
/// <param name="Access"><c>&lt;</c> if only answers have it, <c>&gt;</c> if only requests have it, otherwise empty.</param>
/// <param name="Type">The type.</param>
/// <param name="Example">An example value in JSON, or empty.</param>
/// <param name="Default">The default value in JSON, or empty.</param>
/// <param name="Rules">The limits, such as <c>min=1 max=10</c>, or empty.</param>
internal sealed record DescribedMember(string Name, bool IsRequired, string Access, string Type, string Example, string Default, string Rules)
{
    /// <summary>The line of the table.</summary>
    public string Line() => $"\t{Name}{(IsRequired ? "!" : "")}{Access}\t{Type}\t{Example}\t{Default}\t{Rules}".TrimEnd('\t');
}
