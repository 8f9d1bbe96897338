using System.Reflection;
using DoOAuth.Catalog;

namespace DoOAuth.Data.Tests;

/// <summary>The runtime has a constant for each scope in the data.</summary>
public sealed class ScopeConstantTests
{
    [Fact]
    public void Every_current_scope_has_a_constant_and_there_are_no_others() => Assert.Equal(
        ScopeCatalog.Parse(DataFolder.Scopes).Current.Select(entry => (ScopeConstant.Of(entry.Name).ToString(), entry.Name)).Order(),
        Constants(typeof(Scopes), "Scopes").Order());

    [Fact]
    public void Renamed_scopes_have_no_constant()
    {
        var values = Constants(typeof(Scopes), "Scopes").Select(constant => constant.Value).ToHashSet(StringComparer.Ordinal);
        var renamed = ScopeCatalog.Parse(DataFolder.Scopes).Entries.Where(entry => !entry.IsCurrent).ToList();
        Assert.NotEmpty(renamed);
        Assert.All(renamed, entry => Assert.DoesNotContain(entry.Name, values));
    }

    [Fact]
    public void The_names_of_constants_do_not_change()
    {
        Assert.Equal("droplet:create", Scopes.Droplet.Create);
        Assert.Equal("block_storage:read", Scopes.BlockStorage.Read);
        Assert.Equal("database:view_credentials", Scopes.Database.ViewCredentials);
        Assert.Equal("api:read", Scopes.Api.Read);
        Assert.Equal("read", Scopes.Read);
        Assert.Equal("write", Scopes.Write);
    }

    private static IEnumerable<(string Name, string Value)> Constants(Type type, string name) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => ($"{name}.{field.Name}", (string)field.GetRawConstantValue()!))
        .Concat(type.GetNestedTypes().SelectMany(nested => Constants(nested, $"{name}.{nested.Name}")));
}
