using DoOAuth.Catalog;

namespace DoOAuth.Data.Tests;

/// <summary>Which scope covers which is implemented twice: for the compiler and the sandbox, and in the runtime. Both give the same results.</summary>
public sealed class ScopeCoverageTests
{
    private static readonly string[] Scopes = [.. ScopeCatalog.Parse(DataFolder.Scopes).Entries.Select(entry => entry.Name)];

    public static TheoryData<string> EveryScope => [.. Scopes];

    [Theory]
    [MemberData(nameof(EveryScope))]
    public void Compiler_and_runtime_agree_on_each_scope(string scope)
    {
        var coverage = new ScopeCoverage([scope]);
        var granted = Granted(scope);
        Assert.All(Scopes, other => Assert.Equal(granted(other), coverage.Covers(other)));
        Assert.All(Scopes, other => Assert.Equal(granted(other), ScopeCoverage.Covers(scope, other)));
        Assert.Equal(Scopes.Any(other => other != scope && granted(other)), ScopeCoverage.IsBroad(scope));
    }

    [Theory]
    [InlineData]
    [InlineData("droplet:create", "read")]
    [InlineData("droplet:create", "image:read")]
    [InlineData("read", "write")]
    [InlineData("api:read", "no:such")]
    public void Compiler_and_runtime_agree_on_several_scopes(params string[] scopes)
    {
        var coverage = new ScopeCoverage(scopes);
        var granted = Granted(scopes);
        Assert.All(Scopes.Append("no:such").Append("no:read_such").Append(""), other => Assert.Equal(granted(other), coverage.Covers(other)));
    }

    // The class is internal, and the runtime gives no test access to its internals.
    private static Func<string, bool> Granted(params IEnumerable<string> scopes)
    {
        var type = typeof(DigitalOceanUser).Assembly.GetType("DoOAuth.GrantedScopes", throwOnError: true)!;
        return type.GetMethod("Covers")!.CreateDelegate<Func<string, bool>>(type.GetMethod("From")!.Invoke(null, [scopes])!);
    }
}
