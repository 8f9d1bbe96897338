namespace DoOAuth.Shapes;

/// <summary>A member of a shape.</summary>
/// <param name="Name">The name in JSON, or <c>*</c> for all members that have no line of their own.</param>
/// <param name="IsRequired">Whether the member must be there. Its value can be null nevertheless.</param>
/// <param name="IsReadOnly">Whether only answers have it.</param>
/// <param name="IsWriteOnly">Whether only requests have it.</param>
/// <param name="Type">The type.</param>
/// <param name="Example">An example in JSON, or empty.</param>
/// <param name="Default">The value in JSON that a request gets that does not have the member, or empty.</param>
/// <param name="Limits">The limits of the value.</param>
internal sealed record ShapeMember(
    string Name,
    bool IsRequired,
    bool IsReadOnly,
    bool IsWriteOnly,
    ShapeType Type,
    string Example,
    string Default,
    ValueLimits Limits)
{
    /// <summary>The name of the line that describes all other members.</summary>
    public const string Others = "*";
}
