namespace DoOAuth.RefreshData;

/// <summary>The command that <c>eng/refresh-data.cs</c> runs.</summary>
public static class RefreshCommand
{
    private const string Usage = """
        Updates the files in data/ from DigitalOcean's OpenAPI description, with the corrections in
        data/corrections.tsv and data/shape-corrections.tsv.

            dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write] [--as-of DATE] [--remove-names]

          PATH-TO-OPENAPI   the bundled description that you have downloaded, one file in YAML or JSON
          --write           write the files; without this option, only show the changes
          --as-of DATE      the date of the description, as in 2026-12-31; without this option, the date of the file
                            if anything else changes
          --remove-names    remove public names of the typed client from data/api-names.tsv that the description has
                            no use for; without this option, they are an error

        Exit codes:

          0   the data is up to date, or the files were written
          1   the data cannot be updated
          2   the command line is not valid
          3   there are changes, and --write was not given
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="dataFolder">The folder of the data files.</param>
    /// <param name="output">Receives the changes.</param>
    /// <param name="error">Receives error messages.</param>
    /// <returns>
    /// 0 if the data is up to date or was written; 1 if it cannot be updated; 2 if the command line is not valid; 3 if there are
    /// changes that were not written.
    /// </returns>
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
            return Run(options, dataFolder, output);
        }
        catch (Exception exception) when (exception is RefreshException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return 1;
        }
    }

    private static int Run(RefreshOptions options, string dataFolder, TextWriter output)
    {
        var description = Read(options.Path);
        var refresh = Refresh.From(
            DataFiles.Read(dataFolder),
            description.Operations,
            description.Shapes,
            options.Date is { } stated
                ? new DescriptionDate(stated, IsStated: true)
                : new DescriptionDate(DateOnly.FromDateTime(File.GetLastWriteTimeUtc(options.Path)), IsStated: false));

        foreach (var change in refresh.Changes)
        {
            output.WriteLine(change);
        }

        foreach (var scope in refresh.UnusedScopes)
        {
            output.WriteLine($"No operation needs {scope} any longer. If it was renamed, write 'renamed' and the new name in its line of data/scopes.tsv.");
        }

        if (refresh.VanishedNames.Count > 0 && !options.RemoveNames)
        {
            throw new RefreshException($"""
                These public names of the typed client are in data/api-names.tsv, but the description has no use for them any longer:
                {string.Join('\n', refresh.VanishedNames.Select(name => "  " + name))}
                Programs that use them would not compile. If something was renamed, change the first name in its line and keep the name in C#.
                To remove them, add --remove-names, and a line to CHANGELOG.md.
                """);
        }

        output.WriteLine($"Operations of {ApiServers.Api.Host}: {description.Operations.Count}. Corrected values: {refresh.Corrections}.");
        foreach (var server in description.OtherServers.CountBy(server => server).OrderByDescending(server => server.Value))
        {
            output.WriteLine($"Operations of other servers, left out: {server.Value} of {server.Key}");
        }

        if (refresh.Changes.Count == 0)
        {
            output.WriteLine("The data is up to date.");
            return 0;
        }

        if (options.Write)
        {
            refresh.Files.Write(dataFolder);
            output.WriteLine("The files are updated. In the first line of data/operations.tsv, enter the commit of the description, then run the tests.");
            return 0;
        }

        output.WriteLine("No files have been changed. To update them, add --write.");
        return 3;
    }

    private static OpenApiDescription Read(string path)
    {
        using var text = File.OpenText(path);
        try
        {
            return OpenApiDescription.Read(text);
        }
        catch (RefreshException exception)
        {
            throw new RefreshException($"{path}: {exception.Message}", exception);
        }
    }
}
