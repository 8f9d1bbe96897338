using System.Diagnostics;
using System.Globalization;
using DoOAuth.RefreshData;

namespace DoOAuth.Data.Tests;

/// <summary>The command that refreshes the data from DigitalOcean's description.</summary>
public sealed class RefreshTests : IDisposable
{
    private const string Scopes =
        "# Scopes.\n"
        + "scope\trequired\tassociated\tchecked\trenamed_to\n"
        + "fish:delete\tfish:read\t\tpage\t\n"
        + "fish:read\t\t\tpage\t\n"
        + "fish:update\t\t\tlist\t\n"
        + "fish:write\t\t\trenamed\tfish:update\n"
        + "shell:read\t\t\tlist\t\n";

    private const string Operations =
        "# Operations.\n"
        + "method\tpath\toperation_id\tscopes\tdeprecated\n"
        + "GET\t/v2/fish\tfish_list\tfish:read\t\n"
        + "# Single fish.\n"
        + "DELETE\t/v2/fish/{fish_id}\tfish_delete\tfish:delete\t\n"
        + "GET\t/v2/shells\tshells_list\tshell:read\t\n";

    private const string ApiDate = "2026-01-31\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("do-oauth-data-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public RefreshTests()
    {
        File.WriteAllText(Path.Combine(_folder, "scopes.tsv"), Scopes);
        File.WriteAllText(Path.Combine(_folder, "operations.tsv"), Operations);
        File.WriteAllText(Path.Combine(_folder, "api-date.txt"), ApiDate);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Operations_come_go_and_change_while_comments_and_order_stay()
    {
        Assert.Equal(0, Run(Description("small.yaml"), "--write"));
        Assert.Equal(
            "# Operations.\n"
            + "method\tpath\toperation_id\tscopes\tdeprecated\n"
            + "GET\t/v2/fish\tfish_list\tfish:read\t\n"
            + "# Single fish.\n"
            + "DELETE\t/v2/fish/{fish_id}\tfish_delete\tfish:delete fish:read\tyes\n"
            + "GET\t/v2/fish/{fish_id}\tfish_get\tfish:read|reef:read\t\n"
            + "PATCH\t/v2/fish/{fish_id}\tfish_patch\tfish:update\t\n"
            + "POST\t/v2/reefs\treefs_create\treef:create\t\n"
            + "GET\t/v2/status\tstatus_get\t\t\n",
            File.ReadAllText(Path.Combine(_folder, "operations.tsv")));
    }

    [Fact]
    public void Unknown_scopes_are_added_where_they_belong_and_known_ones_stay()
    {
        Run(Description("small.yaml"), "--write");
        Assert.Equal(
            Scopes.Replace("shell:read", "reef:create\t\t\tlist\t\nreef:read\t\t\tlist\t\nshell:read", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(_folder, "scopes.tsv")));
    }

    [Fact]
    public void Without_write_the_changes_are_shown_and_nothing_is_written()
    {
        Assert.Equal(0, Run(Description("small.yaml")));
        Assert.Equal(Scopes, File.ReadAllText(Path.Combine(_folder, "scopes.tsv")));
        Assert.Equal(Operations, File.ReadAllText(Path.Combine(_folder, "operations.tsv")));
        Assert.Contains("scopes.tsv      + reef:create", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("operations.tsv  - GET\t/v2/shells", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("add --write", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--as-of", "2026-02-28")]
    public void A_second_run_finds_nothing_to_do(params string[] options)
    {
        Run([Description("small.yaml"), "--write", .. options]);
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, Run([Description("small.yaml"), "--write", .. options]));
        Assert.Equal("The data is up to date.", _output.ToString().TrimEnd());
    }

    [Fact]
    public void The_date_of_the_description_is_written()
    {
        Assert.Equal(0, Run(Description("small.yaml"), "--as-of", "2026-02-28", "--write"));
        Assert.Equal("2026-02-28\n", File.ReadAllText(Path.Combine(_folder, "api-date.txt")));
        Assert.EndsWith(
            "api-date.txt    - 2026-01-31\napi-date.txt    + 2026-02-28\n",
            _output.ToString()[.._output.ToString().IndexOf("The files are updated.", StringComparison.Ordinal)].ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_date_that_of_the_file_is_written()
    {
        var path = Path.Combine(_folder, "description.yaml");
        File.Copy(Description("small.yaml"), path);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 3, 1, 23, 59, 0, DateTimeKind.Utc));
        Assert.Equal(0, Run(path, "--write"));
        Assert.Equal("2026-03-01\n", File.ReadAllText(Path.Combine(_folder, "api-date.txt")));
    }

    [Fact]
    public void Without_write_the_date_stays()
    {
        Assert.Equal(0, Run(Description("small.yaml"), "--as-of", "2026-02-28"));
        Assert.Equal(ApiDate, File.ReadAllText(Path.Combine(_folder, "api-date.txt")));
    }

    [Fact]
    public void Json_is_read_as_well()
    {
        Assert.Equal(0, Run(Description("same.json"), "--write"));
        Assert.Equal(Operations.Split('\n')[..3], File.ReadAllText(Path.Combine(_folder, "operations.tsv")).Split('\n')[..3]);
    }

    [Fact]
    public void The_repositorys_own_data_survive_a_refresh_from_themselves()
    {
        var described = DataFolder.Operations.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(line => line.Split('\t'))
            .Select(cells => new DescribedOperation(cells[0], cells[1], cells[2], cells[3], cells[4] == "yes"))
            .ToList();
        var files = new DataFiles(DataFolder.Scopes, DataFolder.Operations, DataFolder.ApiDate);
        var refresh = Refresh.From(files, described, DateOnly.ParseExact(DataFolder.ApiDate.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Empty(refresh.Changes);
        Assert.Equal(files, refresh.Files);
    }

    [Theory]
    [InlineData("[ { bearer_auth: [ a ] } ]", "a")]
    [InlineData("[ { bearer_auth: [ a, b ] } ]", "a b")]
    [InlineData("[ { bearer_auth: [ a ] }, { bearer_auth: [ b ] } ]", "a|b")]
    [InlineData("[ { bearer_auth: [ a, b ] }, { bearer_auth: [ c ] } ]", "a|c b|c")]
    [InlineData("[ { bearer_auth: [ a ] }, { bearer_auth: [ a, b ] } ]", "a")]
    [InlineData("[ { bearer_auth: [ a ] }, { } ]", "")]
    [InlineData("[ { bearer_auth: [ ] } ]", "")]
    [InlineData("[ ]", "")]
    public void Alternatives_become_what_the_table_writes(string security, string cell)
    {
        var description = $"{{ openapi: 3.0.0, paths: {{ /v2/x: {{ get: {{ operationId: x, security: {security} }} }} }} }}";
        Assert.Equal(cell, Assert.Single(OpenApiDescription.Read(new StringReader(description))).Scopes);
    }

    [Fact]
    public void An_operation_without_security_takes_the_descriptions_own() => Assert.Equal(
        "a",
        Assert.Single(OpenApiDescription.Read(new StringReader(
            "{ openapi: 3.0.0, security: [ { bearer_auth: [ a ] } ], paths: { /v2/x: { get: { operationId: x } } } }"))).Scopes);

    [Theory]
    [InlineData("nothing", "not an OpenAPI description")]
    [InlineData("{ swagger: 2.0, paths: { } }", "not an OpenAPI description")]
    [InlineData("{ openapi: 3.0.0", "neither YAML nor JSON: line ")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { $ref: 'resources/x.yml' } } }", "refers to another file, 'resources/x.yml'")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { $ref: '#/components/x' } } }", "'#/components/x' does not exist")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { get: { } } } }", "GET /v2/x has no operationId")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { get: { operationId: x, security: [ { b: [ 'Not A Scope' ] } ] } } } }", "scopes.tsv would have faults:\n  line 3: 'A' is not a scope")]
    public void What_cannot_be_read_is_refused_and_nothing_is_written(string description, string reason)
    {
        var path = Path.Combine(_folder, "description.yaml");
        File.WriteAllText(path, description);
        Assert.Equal(1, Run(path, "--write"));
        Assert.StartsWith(path, _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(Operations, File.ReadAllText(Path.Combine(_folder, "operations.tsv")));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.Equal(1, Run(Path.Combine(_folder, "absent.yaml")));
        Assert.Contains("absent.yaml", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documented_command_runs()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["eng/refresh-data.cs", "help"])
        {
            WorkingDirectory = Path.GetDirectoryName(DataFolder.Path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await error);
        Assert.Contains("dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write] [--as-of DATE]", await output, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData]
    [InlineData("--write")]
    [InlineData("--wirte", "x.yaml")]
    [InlineData("x.yaml", "y.yaml")]
    [InlineData("x.yaml", "--as-of")]
    [InlineData("x.yaml", "--as-of", "31.12.2026")]
    [InlineData("x.yaml", "--as-of", "2026-02-29")]
    public void A_wrong_command_line_shows_the_usage(params string[] arguments)
    {
        Assert.Equal(2, Run(arguments));
        Assert.Contains("dotnet eng/refresh-data.cs PATH-TO-OPENAPI", _error.ToString(), StringComparison.Ordinal);
    }

    private static string Description(string name) => Path.Combine(AppContext.BaseDirectory, "Descriptions", name);

    private int Run(params string[] arguments) => RefreshCommand.Run(arguments, _folder, _output, _error);
}
