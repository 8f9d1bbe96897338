using System.Globalization;
using DoOAuth.Catalog;

namespace DoOAuth.Data.Tests;

/// <summary>The two files themselves: well formed, and in agreement with each other.</summary>
public sealed class DataFileTests
{
    private readonly ScopeCatalog _scopes = ScopeCatalog.Parse(DataFolder.Scopes);

    [Fact]
    public void Every_line_of_the_scopes_can_be_read() => Assert.Empty(_scopes.Faults);

    [Fact]
    public void Every_line_of_the_operations_can_be_read_and_names_current_scopes() =>
        Assert.Empty(OperationCatalog.Parse(DataFolder.Operations, _scopes).Faults);

    [Fact]
    public void No_line_is_lost()
    {
        Assert.Equal(Rows(DataFolder.Scopes), _scopes.Entries.Count);
        Assert.Equal(Rows(DataFolder.Operations), OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.Count);
    }

    [Fact]
    public void The_scopes_are_sorted_so_that_a_change_is_one_line() =>
        Assert.Equal(_scopes.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), _scopes.Entries.Select(entry => entry.Name));

    [Fact]
    public void The_operations_are_sorted_so_that_a_change_is_one_line()
    {
        var keys = OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.Select(entry => $"{entry.Path}\t{entry.Method}").ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Operation_ids_are_unique() => Assert.All(
        OperationCatalog.Parse(DataFolder.Operations, _scopes).Entries.GroupBy(entry => entry.OperationId, StringComparer.Ordinal),
        operations => Assert.Single(operations));

    [Fact]
    public void No_two_scopes_make_one_guard() => Assert.All(
        _scopes.Current.GroupBy(entry => ScopeName.ToPascalCase(entry.Name), StringComparer.Ordinal),
        scopes => Assert.Single(scopes));

    [Fact]
    public void The_date_is_one_line_as_messages_write_it() =>
        Assert.Equal(DataFolder.ApiDate, DateOnly.Parse(DataFolder.ApiDate, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "\n");

    private static int Rows(string text) =>
        text.Split('\n').Count(line => line.Length > 0 && line[0] != '#') - 1;
}
