namespace DoOAuth.RefreshData;

/// <summary>The options on the command line.</summary>
/// <param name="Path">The path of the description.</param>
/// <param name="Write">Whether to write the files.</param>
/// <param name="Date">The date of the description, or null if it is the date of the file.</param>
/// <param name="RemoveNames">Whether public names of the typed client are removed if the description has no use for them any longer.</param>
internal sealed record RefreshOptions(string Path, bool Write, DateOnly? Date, bool RemoveNames)
{
    /// <summary>Reads the command line. Returns null if it is not valid.</summary>
    public static RefreshOptions? Parse(IReadOnlyList<string> arguments)
    {
        string? path = null;
        var (write, removeNames) = (false, false);
        DateOnly? date = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--write":
                    write = true;
                    break;
                case "--remove-names":
                    removeNames = true;
                    break;
                case "--as-of" when index + 1 < arguments.Count && DescriptionDate.Parse(arguments[index + 1]) is { } stated:
                    date = stated;
                    index++;
                    break;
                case var argument when path is null && !argument.StartsWith('-'):
                    path = argument;
                    break;
                default:
                    return null;
            }
        }

        return path is null ? null : new RefreshOptions(path, write, date, removeNames);
    }
}
