using System.ComponentModel;

namespace DoOAuth;

/// <summary>
/// Describes a call of DigitalOcean's API that a member of a library makes, directly or through other code of the library, so that the projects that
/// reference the library can check their scopes. The package emits it.
/// </summary>
/// <param name="member">The member, as a documentation comment id; for the handler of a message, the message's type.</param>
/// <param name="verb">The verbs of the request, separated by bars; empty if they are unknown. A number in braces is a parameter of the member.</param>
/// <param name="address">
/// The path or address. <c>{}</c> is an unknown part, <c>{#}</c> a number, <c>{?}</c> a query, and a number in braces is a parameter of the member, counted
/// from zero. Other braces are doubled.
/// </param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DigitalOceanLibraryCallAttribute(string member, string verb, string address) : Attribute
{
    /// <summary>The member that makes the call.</summary>
    public string Member { get; } = member;

    /// <summary>The verbs of the request.</summary>
    public string Verb { get; } = verb;

    /// <summary>The path or address of the request.</summary>
    public string Address { get; } = address;

    /// <summary>
    /// The client: null for <c>DigitalOceanClient</c>, the id of an annotated class for its client, a parameter in braces, or <c>*</c> for a plain
    /// <c>HttpClient</c>.
    /// </summary>
    public string? Client { get; set; }

    /// <summary>The code on the way to the call, for messages.</summary>
    public string? Through { get; set; }

    /// <summary>The constructed interface or class in whose name the member runs, as a reference id; null for any.</summary>
    public string? Receiver { get; set; }

    /// <summary>Whether the library checks the user's scopes before the call.</summary>
    public bool IsChecked { get; set; }

    /// <summary>
    /// The scopes that the operation needs, where a typed client names an operation that DigitalOcean's list does not have: with a space between those that
    /// are all needed, and a bar between those of which any is sufficient. Null otherwise.
    /// </summary>
    public string? Scopes { get; set; }
}
