using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Benchmarks.ScopeCount;

/// <summary>DigitalOcean's scopes, as a user may have granted them.</summary>
internal static class GrantedScopeNames
{
    // What the app's guards need comes first.
    private static readonly string[] All =
    [
        .. new[] { Scopes.Account.Read, Scopes.Droplet.Read }
            .Concat(File.ReadLines(Path.Combine(TestBuild.RepositoryRoot, "data", "scopes.tsv"))
                .Select(line => line.Split('\t')[0])
                .Where(scope => scope.Contains(':', StringComparison.Ordinal) && !scope.StartsWith('#') && !scope.StartsWith("api:", StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>So many of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public static IReadOnlyList<string> First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, All.Length);
        return All[..count];
    }
}
