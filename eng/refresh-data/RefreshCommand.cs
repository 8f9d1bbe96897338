namespace DoOAuth.RefreshData;

/// <summary>The command that <c>eng/refresh-data.cs</c> runs.</summary>
public static class RefreshCommand
{
    private const string Usage = """
        Updates the files in data/ from DigitalOcean's OpenAPI description.

            dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write] [--as-of DATE]

          PATH-TO-OPENAPI   the bundled description that you have downloaded, one file in YAML or JSON
          --write           write the files; without this option, only show the changes
          --as-of DATE      the date of the description, as in 2026-12-31; without this option, the date of the file
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="dataFolder">The folder of the data files.</param>
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

        if (RefreshOptions.Parse(arguments) is not { } options)
        {
            error.WriteLine(Usage);
            return 2;
        }

        try
        {
            Run(options, dataFolder, output);
            return 0;
        }
        catch (Exception exception) when (exception is RefreshException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{options.Path}: {exception.Message}");
            return 1;
        }
    }

    private static void Run(RefreshOptions options, string dataFolder, TextWriter output)
    {
        var scopes = Path.Combine(dataFolder, "scopes.tsv");
        var operations = Path.Combine(dataFolder, "operations.tsv");
        var apiDate = Path.Combine(dataFolder, "api-date.txt");
        using var description = File.OpenText(options.Path);
        var refresh = Refresh.From(
            new DataFiles(File.ReadAllText(scopes), File.ReadAllText(operations), File.ReadAllText(apiDate)),
            OpenApiDescription.Read(description),
            options.Date ?? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(options.Path)));
        foreach (var change in refresh.Changes)
        {
            output.WriteLine(change);
        }

        if (refresh.Changes.Count == 0)
        {
            output.WriteLine("The data is up to date.");
        }
        else if (options.Write)
        {
            File.WriteAllText(scopes, refresh.Files.Scopes);
            File.WriteAllText(operations, refresh.Files.Operations);
            File.WriteAllText(apiDate, refresh.Files.ApiDate);
            output.WriteLine("The files are updated. In the first line of data/operations.tsv, enter the commit of the description, then run the tests.");
        }
        else
        {
            output.WriteLine("No files have been changed. To update them, add --write.");
        }
    }
}
