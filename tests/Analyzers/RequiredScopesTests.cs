using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Analyzers.Tests;

/// <summary>What scopes require, followed to the end.</summary>
public sealed class RequiredScopesTests
{
    private static readonly ScopeCatalog Catalog = BundledCatalogs.Scopes;

    public static TheoryData<string> EveryScope => [.. Catalog.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(EveryScope))]
    public void The_list_is_closed_and_free_of_repetition(string scope)
    {
        var list = RequiredScopes.Of(scope, Catalog);
        Assert.DoesNotContain(scope, list);
        Assert.Equal(list.Count, list.Distinct().Count());
        Assert.All(list.Append(scope), listed => Assert.All(DirectlyRequiredBy(listed), required => Assert.Contains(required, list.Append(scope))));
    }

    [Theory]
    [MemberData(nameof(EveryScope))]
    public void The_list_is_the_shortest(string scope)
    {
        var list = RequiredScopes.Of(scope, Catalog);

        // Were one left out, another on the token would still require it.
        Assert.All(list, candidate => Assert.Contains(
            list.Append(scope).Where(other => other != candidate), other => DirectlyRequiredBy(other).Contains(candidate)));

        // And none is there on its own account, as two that require only each other would be: each is reached from the scope.
        HashSet<string> reached = [scope];
        while (list.FirstOrDefault(candidate => !reached.Contains(candidate) && reached.Any(other => DirectlyRequiredBy(other).Contains(candidate))) is { } next)
        {
            reached.Add(next);
        }

        Assert.Equal(list.Count + 1, reached.Count);
    }

    [Theory]
    [MemberData(nameof(EveryScope))]
    public void With_the_list_declared_nothing_is_missing_from_any_of_them(string scope)
    {
        string[] declared = [scope, .. RequiredScopes.Of(scope, Catalog)];
        Assert.All(declared, one => Assert.Empty(RequiredScopes.Missing(one, new ScopeCoverage(declared), Catalog)));
    }

    [Theory]
    [MemberData(nameof(EveryScope))]
    public void What_a_broad_scope_covers_is_not_missing(string scope)
    {
        Assert.Empty(RequiredScopes.Missing(scope, new ScopeCoverage([scope, "write"]), Catalog));
        Assert.Empty(RequiredScopes.Missing(scope, new ScopeCoverage([scope, "api:write"]), Catalog));
        Assert.DoesNotContain(RequiredScopes.Missing(scope, new ScopeCoverage([scope, "read"]), Catalog), missing => missing.EndsWith(":read", StringComparison.Ordinal));
    }

    [Fact]
    public void Scopes_that_require_each_other_end() => Assert.Equal(
        ["regions:read", "sizes:read", "actions:read", "droplet:read"],
        RequiredScopes.Of("image:read", Catalog).OrderBy(name => name == "droplet:read"));

    [Fact]
    public void A_ring_of_any_length_ends()
    {
        var ring = ScopeCatalog.Parse("""
            scope	required	associated	checked	renamed_to
            a:read	b:read		page	
            b:read	c:read		page	
            c:read	d:read a:read		page	
            d:read	b:read		page	
            """);
        Assert.Empty(ring.Faults);
        Assert.Equal(["b:read", "c:read", "d:read"], RequiredScopes.Of("a:read", ring));
        Assert.Equal(["b:read", "c:read", "a:read"], RequiredScopes.Of("d:read", ring));
    }

    [Theory]
    [InlineData("no:such")]
    [InlineData("")]
    [InlineData("genai:default")]
    public void A_scope_that_is_not_known_requires_nothing(string scope) => Assert.Empty(RequiredScopes.Of(scope, Catalog));

    private static IReadOnlyList<string> DirectlyRequiredBy(string scope) => Catalog.Find(scope)?.Required ?? [];
}
