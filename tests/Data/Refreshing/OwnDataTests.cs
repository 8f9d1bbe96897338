using DoOAuth.RefreshData.Shapes;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The repository's own data does not change if it is refreshed from a description that agrees with it.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public OwnDataTests()
    {
        foreach (var file in Directory.EnumerateFiles(DataFolder.Path))
        {
            _data[Path.GetFileName(file)] = File.ReadAllText(file);
        }
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_description_that_agrees_with_the_data_changes_nothing()
    {
        Assert.Equal(0, _data.Run(_data.Save(OwnData.Description()), "--write"));
        Assert.StartsWith($"Operations of api.digitalocean.com: {Rows}. Corrected values: {OwnData.Corrections.Corrections.Count + ShapeCorrections.Parse(DataFolder.ShapeCorrections).Corrections.Count}.\n", _data.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nThe data is up to date.\n", _data.Output, StringComparison.Ordinal);
        Assert.Equal(DataFolder.Operations, _data["operations.tsv"]);
        Assert.Equal(DataFolder.Scopes, _data["scopes.tsv"]);
        Assert.Equal(DataFolder.Shapes, _data["shapes.tsv"]);
        Assert.Equal(DataFolder.Answers, _data["answers.tsv"]);
        Assert.Equal(DataFolder.ApiDate, _data["api-date.txt"]);
    }

    [Fact]
    public void Without_the_corrections_each_corrected_operation_changes()
    {
        _data["corrections.tsv"] = TemporaryData.CorrectionsHeader;
        Assert.Equal(3, _data.Run(_data.Save(OwnData.Description()), "--as-of", DataFolder.ApiDate.Trim()));
        Assert.Equal(
            OwnData.Corrections.Corrections.Select(correction => $"{correction.Method}\t{correction.Path}").Distinct().Order(StringComparer.Ordinal),
            _data.Output.Split('\n')
                .Where(line => line.StartsWith("operations.tsv  + ", StringComparison.Ordinal))
                .Select(line => string.Join('\t', line["operations.tsv  + ".Length..].Split('\t')[..2]))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_scope_that_is_removed_from_an_operation_is_a_change()
    {
        var description = OwnData.Description(line => line.Replace("\taccount_get\taccount:read\t", "\taccount_get\t\t", StringComparison.Ordinal));
        Assert.Equal(3, _data.Run(_data.Save(description), "--as-of", DataFolder.ApiDate.Trim()));
        Assert.StartsWith(
            "operations.tsv  - GET\t/v2/account\taccount_get\taccount:read\t\noperations.tsv  + GET\t/v2/account\taccount_get\t\t\n",
            _data.Output,
            StringComparison.Ordinal);
    }

    private static int Rows => DataFolder.Operations.Split('\n').Count(line => line.Length > 0 && line[0] != '#') - 1;
}
