using System.Globalization;
using DoOAuth.Catalog;
using DoOAuth.Data.Tests.Refreshing;

namespace DoOAuth.Data.Tests;

/// <summary>The files in <c>data/</c> are valid and agree with each other.</summary>
public sealed class DataFileTests
{
    private readonly ScopeCatalog _scopes = ScopeCatalog.Parse(DataFolder.Scopes);

    [Fact]
    public void Every_line_of_the_scopes_is_valid() => Assert.Empty(_scopes.Faults);

    [Fact]
    public void Every_line_of_the_operations_is_valid_and_names_current_scopes() =>
        Assert.Empty(OperationCatalog.Parse(DataFolder.Operations, _scopes).Faults);

    [Fact]
    public void Every_line_is_read()
    {
        Assert.Equal(Rows(DataFolder.Scopes), _scopes.Entries.Count);
        Assert.Equal(Rows(DataFolder.Operations), OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.Count);
    }

    [Fact]
    public void The_scopes_are_sorted() =>
        Assert.Equal(_scopes.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), _scopes.Entries.Select(entry => entry.Name));

    [Fact]
    public void The_operations_are_sorted_by_path_and_method()
    {
        var keys = OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.Select(entry => $"{entry.Path}\t{entry.Method}").ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Operation_ids_are_unique() => Assert.All(
        OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.GroupBy(entry => entry.OperationId, StringComparer.Ordinal),
        operations => Assert.Single(operations));

    [Fact]
    public void Every_scope_has_a_guard_of_its_own() => Assert.All(
        _scopes.Current.GroupBy(entry => ScopeName.ToPascalCase(entry.Name), StringComparer.Ordinal),
        scopes => Assert.Single(scopes));

    [Fact]
    public void The_date_is_one_line_in_the_form_of_the_messages() =>
        Assert.Equal(DataFolder.ApiDate, DateOnly.Parse(DataFolder.ApiDate, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "\n");

    [Fact]
    public void Every_line_of_the_corrections_is_valid() => Assert.Empty(OwnData.Corrections.Faults);

    [Fact]
    public void Every_corrected_value_is_in_the_operations()
    {
        var operations = DataFolder.Operations.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length > 1).ToList();
        var columns = operations[0];
        Assert.NotEmpty(OwnData.Corrections.Corrections);
        Assert.All(OwnData.Corrections.Corrections, correction =>
        {
            var cells = Assert.Single(operations, cells => (cells[0], cells[1]) == (correction.Method, correction.Path));
            Assert.Equal(correction.Corrected, cells[Array.IndexOf(columns, correction.Column)]);
        });
    }

    private static int Rows(string text) =>
        text.Split('\n').Count(line => line.Length > 0 && line[0] != '#') - 1;
}
