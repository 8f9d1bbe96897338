using DoOAuth.RefreshData;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>A folder with small data files, and the command that refreshes them.</summary>
internal sealed class TemporaryData : IDisposable
{
    public const string Scopes =
        "# Scopes.\n"
        + "scope\trequired\tassociated\tchecked\trenamed_to\n"
        + "fish:delete\tfish:read\t\tpage\t\n"
        + "fish:read\t\t\tpage\t\n"
        + "fish:update\t\t\tlist\t\n"
        + "fish:write\t\t\trenamed\tfish:update\n"
        + "shell:read\t\t\tlist\t\n";

    public const string Operations =
        "# Operations.\n"
        + "method\tpath\toperation_id\tscopes\tdeprecated\n"
        + "GET\t/v2/fish\tfish_list\tfish:read\t\n"
        + "# Single fish.\n"
        + "DELETE\t/v2/fish/{fish_id}\tfish_delete\tfish:delete\t\n"
        + "GET\t/v2/shells\tshells_list\tshell:read\t\n";

    public const string CorrectionsHeader = "method\tpath\tcolumn\tdescribed\tcorrected\treason\n";

    public const string AnswersHeader = "operation_id\tpath\tquery\theaders\trequest\tstatus\tanswer\tcontent\terrors\n";

    public const string Answers = AnswersHeader + "fish_list\t\t\t\t\t200\nfish_delete\t\t\t\t\t200\nshells_list\t\t\t\t\t200\n";

    public const string ShapeCorrectionsHeader = "name\tmember\tcolumn\tdescribed\tcorrected\treason\n";

    public const string ApiDate = "2026-01-31\n";

    public const string ApiNames =
        "operation\tfish_delete\t\tFish.DeleteAsync\n"
        + "operation\tfish_list\t\tFish.ListAsync\n"
        + "operation\tshells_list\t\tShells.ListAsync\n";

    /// <summary>A description that agrees with the files.</summary>
    public const string Description = """
        openapi: 3.0.0
        servers: [ { url: 'https://api.digitalocean.com' } ]
        paths:
          /v2/fish:
            get: { operationId: fish_list, security: [ { bearer_auth: [ 'fish:read' ] } ] }
          /v2/fish/{fish_id}:
            delete: { operationId: fish_delete, security: [ { bearer_auth: [ 'fish:delete' ] } ] }
          /v2/shells:
            get: { operationId: shells_list, security: [ { bearer_auth: [ 'shell:read' ] } ] }

        """;

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public TemporaryData()
    {
        this["scopes.tsv"] = Scopes;
        this["operations.tsv"] = Operations;
        this["corrections.tsv"] = CorrectionsHeader;
        this["api-date.txt"] = ApiDate;
        this["shapes.tsv"] = "";
        this["answers.tsv"] = Answers;
        this["shape-corrections.tsv"] = ShapeCorrectionsHeader;
        this["api-names.tsv"] = ApiNames;
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("do-oauth-data-").FullName;

    /// <summary>What the last run printed.</summary>
    public string Output => _output.ToString().ReplaceLineEndings("\n");

    /// <summary>The errors of the last run.</summary>
    public string Error => _error.ToString().ReplaceLineEndings("\n");

    /// <summary>The text of a file in the folder.</summary>
    public string this[string file]
    {
        get => File.ReadAllText(Path.Combine(Folder, file));
        set => File.WriteAllText(Path.Combine(Folder, file), value);
    }

    /// <summary>The text of a file in <c>Descriptions</c>.</summary>
    public static string Bundled(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Descriptions", name));

    /// <summary>Writes a description to the folder, with a date after <see cref="ApiDate"/>, and returns its path.</summary>
    public string Save(string description)
    {
        var path = Path.Combine(Folder, "description.yaml");
        File.WriteAllText(path, description);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }

    /// <summary>Runs the command, which may remove public names, and returns its exit code.</summary>
    public int Run(params string[] arguments) => RunStrictly([.. arguments, "--remove-names"]);

    /// <summary>Runs the command and returns its exit code.</summary>
    public int RunStrictly(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return RefreshCommand.Run(arguments, Folder, _output, _error);
    }

    public void AssertUnchanged()
    {
        Assert.Equal(Scopes, this["scopes.tsv"]);
        Assert.Equal(Operations, this["operations.tsv"]);
        Assert.Equal(ApiDate, this["api-date.txt"]);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
