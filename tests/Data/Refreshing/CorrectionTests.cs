namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>Corrections of the description, each with its reason, in <c>corrections.tsv</c>.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string List = "GET\t/v2/fish\tscopes\tapi:read api:write fish:read\tfish:read\tA reason.\n";
    private const string Delete = "DELETE\t/v2/fish/{fish_id}\tscopes\tfish:delete api:write\tfish:delete\tA reason.\n";

    // The form of DigitalOcean's operations on volumes: the broad scopes in addition to the operation's own.
    private static readonly string Described = TemporaryData.Description
        .Replace("[ 'fish:read' ]", "[ 'api:read', 'api:write', 'fish:read' ]", StringComparison.Ordinal)
        .Replace("[ 'fish:delete' ]", "[ 'fish:delete', 'api:write' ]", StringComparison.Ordinal);

    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Without_corrections_the_description_changes_scopes_and_operations()
    {
        Assert.Equal(3, _data.Run(_data.Save(Described)));
        Assert.Contains("scopes.tsv      + api:read", _data.Output, StringComparison.Ordinal);
        Assert.Contains("operations.tsv  + GET\t/v2/fish\tfish_list\tapi:read api:write fish:read", _data.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_corrections_nothing_changes()
    {
        _data["corrections.tsv"] = "# Corrections.\n" + TemporaryData.CorrectionsHeader + List + Delete;
        Assert.Equal(0, _data.Run(_data.Save(Described), "--write"));
        Assert.Equal("Operations of api.digitalocean.com: 3. Corrected values: 2.\nThe data is up to date.\n", _data.Output);
        _data.AssertUnchanged();
        Assert.Equal("# Corrections.\n" + TemporaryData.CorrectionsHeader + List + Delete, _data["corrections.tsv"]);
    }

    [Theory]
    [InlineData("[ 'fish:read', 'api:write', 'api:read' ]")]
    [InlineData("[ 'api:read', 'fish:read', 'api:read', 'api:write' ]")]
    public void The_order_of_the_described_scopes_has_no_meaning(string scopes)
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + List;
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Description.Replace("[ 'fish:read' ]", scopes, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("deprecated\tyes\t", "fish_list, deprecated: true,")]
    [InlineData("operation_id\tFishList.yml\tfish_list", "FishList.yml,")]
    [InlineData("scopes\t\tfish:read", "fish_list, security: [ ] } #")]
    public void Every_column_can_be_corrected(string cells, string described)
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader;
        var path = _data.Save(TemporaryData.Description.Replace("fish_list,", described, StringComparison.Ordinal));
        Assert.Equal(3, _data.Run(path, "--as-of", "2026-01-31"));
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + $"GET\t/v2/fish\t{cells}\tA reason.\n";
        Assert.Equal(0, _data.Run(path, "--as-of", "2026-01-31"));
    }

    [Fact]
    public void The_correct_value_is_written()
    {
        _data["operations.tsv"] = TemporaryData.Operations.Replace("GET\t/v2/fish\tfish_list\tfish:read\t\n", "", StringComparison.Ordinal);
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + List + Delete;
        Assert.Equal(0, _data.Run(_data.Save(Described), "--write"));
        Assert.Contains("GET\t/v2/fish\tfish_list\tfish:read\t\n", _data["operations.tsv"], StringComparison.Ordinal);
        Assert.Equal(TemporaryData.Scopes, _data["scopes.tsv"]);
    }

    [Fact]
    public void A_description_that_was_corrected_itself_is_an_error_that_names_the_line_to_remove()
    {
        _data["corrections.tsv"] = "# Corrections.\n" + TemporaryData.CorrectionsHeader + List + Delete;
        var description = Described.Replace("'api:read', 'api:write', ", "", StringComparison.Ordinal);
        Assert.Equal(1, _data.Run(_data.Save(description), "--write"));
        Assert.Equal(
            "data/corrections.tsv corrects what is not in the description. Remove these lines:\n"
            + "  line 3, GET /v2/fish, scopes: the description has the correct value 'fish:read' now.\n",
            _data.Error);
        _data.AssertUnchanged();
    }

    [Fact]
    public void A_described_value_that_changed_is_an_error_that_shows_both()
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + List + Delete;
        Assert.Equal(1, _data.Run(_data.Save(Described.Replace("'api:read', 'api:write'", "'shell:read'", StringComparison.Ordinal))));
        Assert.EndsWith(
            "  line 2, GET /v2/fish, scopes: the description does not say 'api:read api:write fish:read' but 'shell:read fish:read'. "
            + "If that is wrong too, add a new line for it.\n",
            _data.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_gone_or_on_another_host_is_an_error_with_all_lines_to_remove()
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + List + Delete;
        var description = Described
            .Replace("fish_list,", "fish_list, servers: [ { url: 'https://inference.example' } ],", StringComparison.Ordinal)
            .Replace("delete: {", "patch: {", StringComparison.Ordinal);
        Assert.Equal(1, _data.Run(_data.Save(description), "--write"));
        Assert.EndsWith(
            "\n  line 2, GET /v2/fish, scopes: the description does not contain this operation."
            + "\n  line 3, DELETE /v2/fish/{fish_id}, scopes: the description does not contain this operation.\n",
            _data.Error,
            StringComparison.Ordinal);
        _data.AssertUnchanged();
    }

    [Theory]
    [InlineData("GET\t/v2/fish\tscopes\tapi:read\tfish:read\t", "The correction has no reason: write in the column 'reason' why the description is wrong.")]
    [InlineData("GET\t/v2/fish\tscopes\tapi:read\tfish:read", "The correction has no reason: write in the column 'reason' why the description is wrong.")]
    [InlineData("GET\t/v2/fish\tscopes\tapi:read\tfish:read\t  ", "The correction has no reason: write in the column 'reason' why the description is wrong.")]
    [InlineData("GET\t/v2/fish\tpath\t/v2/fish\t/v2/fishes\tr", "'path' is not valid in the column 'column': write operation_id, scopes or deprecated.")]
    [InlineData("GET\t/v2/fish\tscopes\tx:read fish:read\tfish:read x:read\tr", "The line changes nothing: 'described' and 'corrected' are the same.")]
    [InlineData("GET\t/v2/fish\tscopes\tx:read\tfihs:read\tr", "'fihs:read' in the column 'corrected' is not a current scope of scopes.tsv.")]
    [InlineData("GET\t/v2/fish\tscopes\tx:read\tfish:read fish:write\tr", "'fish:write' in the column 'corrected' is not a current scope of scopes.tsv.")]
    [InlineData("GET\t/v2/fish\tdeprecated\t\ttrue\tr", "'true' is not valid for 'deprecated': write yes, or leave it empty.")]
    [InlineData("GET\t/v2/fish\toperation_id\tfish_list\t\tr", "The operation would have no ID: write it in the column 'corrected'.")]
    [InlineData("GET\t/v2/fish\tscopes\tx:read\tfish:read\tr\tmore", "The line has 7 cells, but there are 6 columns: method path column described corrected reason.")]
    public void A_wrong_line_is_an_error_that_names_it(string line, string message)
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + line + "\n";
        Assert.Equal(1, _data.Run(_data.Save(Described), "--write"));
        Assert.Equal($"data/corrections.tsv has errors:\n  line 2: {message}\n", _data.Error);
        _data.AssertUnchanged();
    }

    [Fact]
    public void A_second_correction_of_the_same_value_is_an_error()
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader + List + List;
        Assert.Equal(1, _data.Run(_data.Save(Described), "--write"));
        Assert.Equal("data/corrections.tsv has errors:\n  line 3: This value is already corrected in line 2.\n", _data.Error);
    }

    [Fact]
    public void A_missing_file_is_an_error_because_corrections_would_be_lost()
    {
        File.Delete(Path.Combine(_data.Folder, "corrections.tsv"));
        Assert.Equal(1, _data.Run(_data.Save(Described), "--write"));
        Assert.Contains("corrections.tsv", _data.Error, StringComparison.Ordinal);
        _data.AssertUnchanged();
    }
}
