using System.ComponentModel;

namespace DoOAuth;

/// <summary>
/// Says that the build of a library described the library's calls of DigitalOcean's API for the projects that reference it. The package emits it.
/// </summary>
/// <param name="format">The version of the descriptions' format.</param>
/// <remarks>A project that references a library without it cannot know what the library calls, so no scope is reported there as unneeded.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DigitalOceanLibraryAttribute(int format) : Attribute
{
    /// <summary>The version of the descriptions' format. Descriptions in another format are ignored.</summary>
    public int Format { get; } = format;

    /// <summary>Whether the library makes calls that its build could not read.</summary>
    public bool HasUnknownCalls { get; set; }

    /// <summary>The scopes that guards and checks of the library name, with spaces between them.</summary>
    public string? Scopes { get; set; }
}
