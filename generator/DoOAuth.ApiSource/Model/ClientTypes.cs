using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>An object with members.</summary>
/// <param name="Key">Where it is described.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="IsSent">Whether a request can contain it.</param>
/// <param name="Members">Its members.</param>
internal sealed record RecordType(string Key, string Name, bool IsSent, IReadOnlyList<RecordMember> Members)
{
    /// <summary>Set if the object is a page of a list.</summary>
    public PageLayout? Page { get; set; }
}

/// <summary>A member of an object.</summary>
/// <param name="Source">Its description.</param>
/// <param name="Name">The property.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsNullable">Whether null is one of its values.</param>
/// <param name="Fixed">The only value that makes sense, as C#, or null.</param>
/// <param name="KindMember">The member beside it whose text says which of several objects it is, or null.</param>
internal sealed record RecordMember(ShapeMember Source, string Name, ClientType Type, bool IsNullable, string? Fixed, string? KindMember)
{
    /// <summary>Whether the object must have the member.</summary>
    public bool IsRequired => Source.IsRequired;
}

/// <summary>A text with known values.</summary>
/// <param name="Key">Where it is described.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Values">The values with their names in C#.</param>
internal sealed record KnownText(string Key, string Name, IReadOnlyList<(string Value, string Name)> Values);

/// <summary>One of several objects.</summary>
/// <param name="Key">Where it is described.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Chooser">The member whose value decides, or null if the other members decide.</param>
/// <param name="Alternatives">The objects, each with the values of the deciding member.</param>
internal sealed record ChoiceType(string Key, string Name, string? Chooser, IReadOnlyList<ChoiceAlternative> Alternatives);

/// <summary>One of the objects of a choice.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Values">The values of the deciding member, of the object itself or of the one that it is in.</param>
/// <param name="Members">Its members.</param>
internal sealed record ChoiceAlternative(ClientType Type, IReadOnlyList<string> Values, IReadOnlyList<ShapeMember> Members);

/// <summary>How an answer is a page of a list.</summary>
/// <param name="Items">The member with the items.</param>
/// <param name="Item">The type of an item in C#.</param>
/// <param name="IsMap">Whether the items are a map.</param>
/// <param name="Next">The address of the next page as C#, or null if the answer has none.</param>
/// <param name="HasLinks">Whether there are links, as C#.</param>
/// <param name="Page">The number of the page as C#, or null.</param>
/// <param name="Pages">The number of pages as C#, or null.</param>
/// <param name="Total">The number of items as C#, or null.</param>
internal sealed record PageLayout(RecordMember Items, string Item, bool IsMap, string? Next, string HasLinks, string? Page, string? Pages, string? Total)
{
    /// <summary>Whether the operation takes the number of a page.</summary>
    public bool HasNumbers { get; set; }
}
