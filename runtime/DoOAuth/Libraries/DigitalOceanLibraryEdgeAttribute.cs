using System.ComponentModel;

namespace DoOAuth;

/// <summary>
/// Describes that a member of a library calls another member that a project which references the library can implement: of an interface or an abstract
/// class, or the handler of a message, or that it adds or maps an annotated class. The package emits it.
/// </summary>
/// <param name="from">The calling member, as a documentation comment id.</param>
/// <param name="to">The called member, the type of the message, or the annotated class.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DigitalOceanLibraryEdgeAttribute(string from, string to) : Attribute
{
    /// <summary>The calling member.</summary>
    public string From { get; } = from;

    /// <summary>The called member, the type of the message, or the annotated class.</summary>
    public string To { get; } = to;

    /// <summary>Whether the member is called on the same object.</summary>
    public bool IsOnThis { get; set; }

    /// <summary>The constructed interface or class in whose name the calling member runs.</summary>
    public string? Receiver { get; set; }

    /// <summary>
    /// The type arguments of the called member, with a semicolon between them. <c>`0</c> is the first type parameter of the calling member's type,
    /// <c>``0</c> the first of the calling member.
    /// </summary>
    public string? TypeArguments { get; set; }
}
