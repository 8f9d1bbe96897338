namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>The attributes with which a library's build describes its calls. Their meaning is on the attributes, in the runtime.</summary>
internal static class LibraryFormat
{
    /// <summary>The version that this build writes and reads. Descriptions in another one are ignored, and the library counts as not described.</summary>
    public const int Version = 1;

    public const string Header = "DigitalOceanLibraryAttribute";

    public const string Call = "DigitalOceanLibraryCallAttribute";

    public const string Edge = "DigitalOceanLibraryEdgeAttribute";

    public const string Value = "DigitalOceanLibraryValueAttribute";

    /// <summary>A client that is not DigitalOcean's by its type.</summary>
    public const string PlainClient = "*";
}
