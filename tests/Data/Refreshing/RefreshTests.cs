namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The changes that the command shows and writes.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Operations_are_added_removed_and_changed_but_comments_and_order_are_kept()
    {
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Bundled("small.yaml")), "--write"));
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
            _data["operations.tsv"]);
    }

    [Fact]
    public void Unknown_scopes_are_added_in_order_and_no_scope_is_removed()
    {
        _data.Run(_data.Save(TemporaryData.Bundled("small.yaml")), "--write");
        Assert.Equal(
            TemporaryData.Scopes.Replace("shell:read", "reef:create\t\t\tlist\t\nreef:read\t\t\tlist\t\nshell:read", StringComparison.Ordinal),
            _data["scopes.tsv"]);
    }

    [Fact]
    public void Without_write_the_changes_are_shown_and_no_file_is_written()
    {
        Assert.Equal(3, _data.Run(_data.Save(TemporaryData.Bundled("small.yaml"))));
        _data.AssertUnchanged();
        Assert.Contains("scopes.tsv      + reef:create", _data.Output, StringComparison.Ordinal);
        Assert.Contains("operations.tsv  - GET\t/v2/shells", _data.Output, StringComparison.Ordinal);
        Assert.Contains("add --write", _data.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("up to date", _data.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--write")]
    [InlineData("--as-of", "2026-01-31")]
    [InlineData("--as-of", "2026-01-31", "--write")]
    public void A_description_that_agrees_with_the_data_changes_nothing(params string[] options)
    {
        Assert.Equal(0, _data.Run([_data.Save(TemporaryData.Description), .. options]));
        Assert.Equal("Operations of api.digitalocean.com: 3. Corrected values: 0.\nThe data is up to date.\n", _data.Output);
        _data.AssertUnchanged();
    }

    [Theory]
    [InlineData]
    [InlineData("--as-of", "2026-02-28")]
    public void A_second_run_changes_nothing(params string[] options)
    {
        Assert.Equal(0, _data.Run([_data.Save(TemporaryData.Bundled("small.yaml")), "--write", .. options]));
        Assert.EndsWith("then run the tests.\n", _data.Output, StringComparison.Ordinal);
        Assert.Equal(0, _data.Run([_data.Save(TemporaryData.Bundled("small.yaml")), "--write", .. options]));
        Assert.EndsWith("\nThe data is up to date.\n", _data.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_scopes_and_tabs_at_the_end_of_a_line_are_not_a_change()
    {
        var operations = TemporaryData.Operations
            .Replace("fish:delete\t\n", "fish:read fish:delete shell:read|fish:update\n", StringComparison.Ordinal);
        _data["operations.tsv"] = operations;
        var description = TemporaryData.Description.Replace(
            "[ { bearer_auth: [ 'fish:delete' ] } ]",
            "[ { b: [ 'fish:delete', 'fish:update', 'fish:read' ] }, { b: [ 'fish:delete', 'shell:read', 'fish:read' ] } ]",
            StringComparison.Ordinal);
        Assert.Equal(0, _data.Run(_data.Save(description), "--write"));
        Assert.EndsWith("The data is up to date.\n", _data.Output, StringComparison.Ordinal);
        Assert.Equal(operations, _data["operations.tsv"]);
    }

    [Fact]
    public void A_line_that_changes_for_another_reason_keeps_the_order_of_its_scopes()
    {
        _data["operations.tsv"] = TemporaryData.Operations.Replace("fish:delete\t\n", "fish:read fish:delete\t\n", StringComparison.Ordinal);
        var description = TemporaryData.Description.Replace(
            "fish_delete, security: [ { bearer_auth: [ 'fish:delete' ] } ]",
            "fish_delete, deprecated: true, security: [ { bearer_auth: [ 'fish:delete', 'fish:read' ] } ]",
            StringComparison.Ordinal);
        Assert.Equal(0, _data.Run(_data.Save(description), "--write"));
        Assert.Contains("\tfish_delete\tfish:read fish:delete\tyes\n", _data["operations.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_no_longer_deprecated_loses_its_mark()
    {
        _data["operations.tsv"] = TemporaryData.Operations.Replace("shell:read\t\n", "shell:read\tyes\n", StringComparison.Ordinal);
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Description), "--write"));
        Assert.Equal(TemporaryData.Operations, _data["operations.tsv"]);
    }

    [Fact]
    public void A_scope_that_no_operation_needs_any_longer_is_named_because_it_can_be_renamed()
    {
        var description = TemporaryData.Description.Replace("shell:read", "seashell:read", StringComparison.Ordinal);
        Assert.Equal(3, _data.Run(_data.Save(description)));
        Assert.Contains("scopes.tsv      + seashell:read", _data.Output, StringComparison.Ordinal);
        Assert.Contains(
            "No operation needs shell:read any longer. If it was renamed, write 'renamed' and the new name in its line of data/scopes.tsv.",
            _data.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("needs fish", _data.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_was_renamed_in_the_data_is_written_with_its_new_name()
    {
        _data["scopes.tsv"] = TemporaryData.Scopes.Replace(
            "shell:read\t\t\tlist\t\n", "seashell:read\t\t\tlist\t\nshell:read\t\t\trenamed\tseashell:read\n", StringComparison.Ordinal);
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Description), "--write"));
        Assert.Equal(TemporaryData.Operations.Replace("shell:read", "seashell:read", StringComparison.Ordinal), _data["operations.tsv"]);
    }

    [Fact]
    public void Json_is_read_too()
    {
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Bundled("same.json")), "--write"));
        Assert.Equal(
            "# Operations.\nmethod\tpath\toperation_id\tscopes\tdeprecated\nGET\t/v2/fish\tfish_list\tfish:read\t\n# Single fish.\n",
            _data["operations.tsv"]);
    }
}
