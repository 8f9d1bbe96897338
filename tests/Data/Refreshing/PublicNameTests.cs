namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The public names of the typed client in <c>api-names.tsv</c>.</summary>
public sealed class PublicNameTests : IDisposable
{
    private const string WithShape = """
          /v2/reefs/{reef_id}:
            get:
              operationId: reefs_get
              tags: [ 'Coral Reefs' ]
              security: [ { bearer_auth: [ 'fish:read' ] } ]
              parameters: [ { in: path, name: reef_id, required: true, schema: { type: integer } } ]
              responses: { '200': { description: A reef, content: { application/json: { schema: { type: object, properties: { reef: { type: object, properties: { id: { type: integer }, water_state: { type: string, enum: [ in-use, free ] } } } } } } } } }

        """;

    private readonly TemporaryData _data = new();

    [Fact]
    public void What_is_new_gets_a_name_by_the_guidelines_and_its_tag()
    {
        Assert.Equal(0, _data.RunStrictly(_data.Save(TemporaryData.Description + WithShape), "--write"));

        Assert.Contains("operation\treefs_get\tCoral Reefs\tCoralReefs.GetAsync\n\treef_id\treefId\n", _data["api-names.tsv"], StringComparison.Ordinal);
        Assert.Contains("\twater_state\tWaterState\n", _data["api-names.tsv"], StringComparison.Ordinal);
        Assert.Contains("\tin-use\tInUse\n", _data["api-names.tsv"], StringComparison.Ordinal);
        Assert.Contains("api-names.tsv   + operation\treefs_get", _data.Output, StringComparison.Ordinal);
        Assert.Contains("Fish.DeleteAsync", _data["api-names.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_stays_whatever_the_guidelines_say()
    {
        _data["api-names.tsv"] = TemporaryData.ApiNames.Replace("Fish.ListAsync", "Water.ListFishAsync", StringComparison.Ordinal);
        Assert.Equal(0, _data.RunStrictly(_data.Save(TemporaryData.Description), "--as-of", "2026-01-31"));
    }

    [Fact]
    public void A_member_that_vanishes_is_an_error_until_its_removal_is_allowed()
    {
        Assert.Equal(0, _data.RunStrictly(_data.Save(TemporaryData.Description + WithShape), "--write"));
        var names = _data["api-names.tsv"];
        var without = _data.Save(TemporaryData.Description + WithShape.Replace("id: { type: integer }, ", "", StringComparison.Ordinal));

        Assert.Equal(1, _data.RunStrictly(without, "--write"));
        Assert.Contains(": id (", _data.Error, StringComparison.Ordinal);
        Assert.Equal(names, _data["api-names.tsv"]);

        Assert.Equal(0, _data.RunStrictly(without, "--write", "--remove-names"));
        Assert.DoesNotContain("\tid\tId\n", _data["api-names.tsv"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_vanishes_is_an_error()
    {
        var without = TemporaryData.Description.Replace("shells_list", "shells_show", StringComparison.Ordinal);

        Assert.Equal(1, _data.RunStrictly(_data.Save(without), "--write"));
        Assert.Contains("operation shells_list (Shells.ListAsync)", _data.Error, StringComparison.Ordinal);
        _data.AssertUnchanged();
    }

    [Fact]
    public void A_renamed_operation_keeps_its_name_if_its_line_is_changed()
    {
        _data["api-names.tsv"] = TemporaryData.ApiNames.Replace("shells_list", "shells_show", StringComparison.Ordinal);

        Assert.Equal(0, _data.RunStrictly(_data.Save(TemporaryData.Description.Replace("shells_list", "shells_show", StringComparison.Ordinal)), "--write"));
        Assert.Contains("operation\tshells_show\t\tShells.ListAsync\n", _data["api-names.tsv"], StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();
}
