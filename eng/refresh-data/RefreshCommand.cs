namespace DoOAuth.RefreshData;

/// <summary>The command that <c>eng/refresh-data.cs</c> runs.</summary>
public static class RefreshCommand
{
    private const string Usage = """
        Brings data/operations.tsv and data/scopes.tsv in line with DigitalOcean's OpenAPI description.

            dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write]

          PATH-TO-OPENAPI   the bundled description, YAML or JSON, as one file that you have downloaded
          --write           writes the files; without it, what would change is shown and nothing is written
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="dataFolder">The folder of the two files.</param>
    /// <param name="output">Gets the changes.</param>
    /// <param name="error">Gets what is wrong.</param>
    /// <returns>0; 1 where the data cannot be refreshed; 2 for a wrong command line.</returns>
    public static int Run(IReadOnlyList<string> arguments, string dataFolder, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (arguments is ["help"] or ["--help"] or ["-h"])
        {
            output.WriteLine(Usage);
            return 0;
        }

        var paths = arguments.Where(argument => argument != "--write").ToList();
        if (paths is not [var path] || path.StartsWith('-'))
        {
            error.WriteLine(Usage);
            return 2;
        }

        try
        {
            Run(path, arguments.Contains("--write"), dataFolder, output);
            return 0;
        }
        catch (Exception exception) when (exception is RefreshException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: {exception.Message}");
            return 1;
        }
    }

    private static void Run(string path, bool write, string dataFolder, TextWriter output)
    {
        var scopes = Path.Combine(dataFolder, "scopes.tsv");
        var operations = Path.Combine(dataFolder, "operations.tsv");
        using var description = File.OpenText(path);
        var refresh = Refresh.From(File.ReadAllText(scopes), File.ReadAllText(operations), OpenApiDescription.Read(description));
        foreach (var change in refresh.Changes)
        {
            output.WriteLine(change);
        }

        if (refresh.Changes.Count == 0)
        {
            output.WriteLine("The data are up to date.");
        }
        else if (write)
        {
            File.WriteAllText(scopes, refresh.Scopes);
            File.WriteAllText(operations, refresh.Operations);
            output.WriteLine("Written. Say in the first line of data/operations.tsv which edition of the description this is, then run the tests.");
        }
        else
        {
            output.WriteLine("Nothing is written yet: add --write for that.");
        }
    }
}
