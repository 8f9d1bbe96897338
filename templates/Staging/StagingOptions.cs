namespace DoOAuth.Templates.Staging;

/// <summary>What the pack says to this program.</summary>
/// <param name="Source">The folder that holds one folder for each template.</param>
/// <param name="Target">Where the filled copies go. It is emptied first.</param>
/// <param name="Version">The version of the packages that are packed.</param>
/// <param name="Repository">The repository's folder: the data, the versions of other packages and the icon are found from it.</param>
/// <param name="Address">The repository's web address, or an empty text while it has none.</param>
internal sealed record StagingOptions(string Source, string Target, string Version, string Repository, string Address)
{
    public static StagingOptions Read(string[] args) => new(args[0], args[1], args[2], args[3], args[4]);
}
