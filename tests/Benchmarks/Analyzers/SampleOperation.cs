using System.Text.RegularExpressions;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>An operation of the API that the sample calls.</summary>
/// <param name="Method">Its verb, such as <c>GET</c>.</param>
/// <param name="Path">Its path, as the text of an interpolated string: <c>/v2/droplets/{id}</c>.</param>
/// <param name="Scopes">The scopes that a token needs for it.</param>
internal sealed partial record SampleOperation(string Method, string Path, IReadOnlyList<string> Scopes)
{
    // What an app about servers and what belongs to them declares; nobody's app declares all that there are.
    private static readonly HashSet<string> Resources = new(StringComparer.Ordinal)
    {
        "account", "actions", "regions", "sizes", "droplet", "image", "snapshot", "block_storage", "block_storage_action", "domain",
        "ssh_key", "firewall", "load_balancer", "vpc", "project", "tag", "certificate", "kubernetes", "database",
    };

    public static IReadOnlyList<SampleOperation> All { get; } =
    [
        .. from line in File.ReadLines(System.IO.Path.Combine(TestBuild.RepositoryRoot, "data", "operations.tsv")).Skip(2)
           let columns = line.Split('\t')
           where columns is [_, _, _, { Length: > 0 }, ""]
           let scopes = columns[3].Split(' ').Select(alternatives => alternatives.Split('|')[0]).ToList()
           where scopes.All(scope => Resources.Contains(scope.Split(':')[0]))
           select new SampleOperation(columns[0], Parameter().Replace(columns[1], "{id}"), scopes),
    ];

    /// <summary>Every scope that an app can ask for.</summary>
    public static IReadOnlyList<string> AllScopes { get; } =
    [
        .. from line in File.ReadLines(System.IO.Path.Combine(TestBuild.RepositoryRoot, "data", "scopes.tsv")).Skip(2)
           let columns = line.Split('\t')
           where columns is not [_, _, _, "renamed", ..]
           select columns[0],
    ];

    /// <summary>The calls that guard an endpoint which reaches this operation.</summary>
    public string Guards => string.Concat(Scopes.Select(scope => $".Require{Name(scope, "")}()"));

    /// <summary>A scope's constant, such as <c>Scopes.BlockStorage.Read</c>.</summary>
    public static string Constant(string scope) => "Scopes." + Name(scope, ".");

    private static string Name(string scope, string separator) =>
        string.Join(separator, scope.Split(':').Select(part => string.Concat(part.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
