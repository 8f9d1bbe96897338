using System.ComponentModel;

namespace DoOAuth;

/// <summary>
/// Describes an address or a request that a member of a library returns, so that calls which use it can be checked in the projects that reference the
/// library. The package emits it.
/// </summary>
/// <param name="member">The member, as a documentation comment id.</param>
/// <param name="verb">The verb of a request; empty for an address.</param>
/// <param name="address">The path or address, as in <see cref="DigitalOceanLibraryCallAttribute.Address"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DigitalOceanLibraryValueAttribute(string member, string verb, string address) : Attribute
{
    /// <summary>The member that returns it.</summary>
    public string Member { get; } = member;

    /// <summary>The verb of a request.</summary>
    public string Verb { get; } = verb;

    /// <summary>The path or address.</summary>
    public string Address { get; } = address;
}
