namespace DoOAuth.RefreshData;

/// <summary>The command that <c>eng/refresh-data.cs</c> runs.</summary>
public static class RefreshCommand
{
    private const string Usage = """
        Updates data/operations.tsv and data/scopes.tsv from DigitalOcean's OpenAPI description.

            dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write]

          PATH-TO-OPENAPI   the bundled description that you have downloaded, one file in YAML or JSON
          --write           write the files; without this option, only show the changes
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="dataFolder">The folder of the two files.</param>
    /// <param name="output">Receives the changes.</param>
    /// <param name="error">Receives error messages.</param>
    /// <returns>0 on success; 1 if the data cannot be updated; 2 if the command line is not valid.</returns>
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
            output.WriteLine("The data is up to date.");
        }
        else if (write)
        {
            File.WriteAllText(scopes, refresh.Scopes);
            File.WriteAllText(operations, refresh.Operations);
            output.WriteLine("The files are updated. In the first line of data/operations.tsv, enter the version of the description, then run the tests.");
        }
        else
        {
            output.WriteLine("No files have been changed. To update them, add --write.");
        }
    }
}
