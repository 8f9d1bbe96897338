namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>What <c>dotnet new do-oauth</c> can be asked for; scopes stand for all that differ in nothing but their lines.</summary>
public sealed record AppOptions(string Scopes, string Store, bool Aot, bool OpenApi, string Ui, bool Tests, string Docker, bool NoHttps)
{
    /// <summary>What nobody asks for.</summary>
    public static readonly AppOptions Default = new("account:read|droplet:read|droplet:create", "cookie", Aot: false, OpenApi: false, "page", Tests: true, "none", NoHttps: false);

    /// <summary>Choices of scopes: none more than always, one to read droplets, one to create them too, and to create without reading beside others.</summary>
    public static readonly string[] ScopeChoices = ["account:read", "droplet:read", "droplet:read|droplet:create", "image:read|domain:update|droplet:create"];

    private static readonly bool[] Either = [false, true];
    private static readonly string[] Stores = ["cookie", "redis"];
    private static readonly string[] Interfaces = ["page", "none"];
    private static readonly string[] Containers = ["none", "chiselled", "alpine"];

    /// <summary>Every combination.</summary>
    public static IReadOnlyList<AppOptions> All { get; } =
    [
        .. from scopes in ScopeChoices
           from store in Stores
           from aot in Either
           from openApi in Either
           from ui in Interfaces
           from tests in Either
           from docker in Containers
           from noHttps in Either
           select new AppOptions(scopes, store, aot, openApi, ui, tests, docker, noHttps),
    ];

    /// <summary>
    /// A few combinations, in which every two values of different options stand together at least once: most faults of
    /// combinations show in two of them.
    /// </summary>
    public static IReadOnlyList<AppOptions> Pairs()
    {
        var missing = All.SelectMany(PairsOf).ToHashSet();
        List<AppOptions> chosen = [];
        while (missing.Count > 0)
        {
            var best = All.MaxBy(options => PairsOf(options).Count(missing.Contains))!;
            missing.ExceptWith(PairsOf(best));
            chosen.Add(best);
        }

        return chosen;
    }

    /// <summary>The template's parameters.</summary>
    public IReadOnlyDictionary<string, string?> Parameters => Values.ToDictionary(value => value.Name, value => (string?)value.Value, StringComparer.Ordinal);

    /// <summary>The options as they are typed.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        .. Scopes.Split('|').SelectMany(scope => (string[])["--scopes", scope]),
        "--store", Store, "--aot", Text(Aot), "--openapi", Text(OpenApi), "--ui", Ui, "--tests", Text(Tests), "--docker", Docker, "--no-https", Text(NoHttps),
    ];

    /// <summary>What decides which files there are.</summary>
    public string FilesKey => $"droplets: {Droplets}, page: {Text(Ui == "page")}, tests: {Text(Tests)}, container: {(Docker == "none" ? "none" : Store == "redis" ? "with Redis" : "alone")}";

    /// <summary>How many tests the app comes with.</summary>
    public int TestCount => Tests ? 3 + (Ui == "page" ? 1 : 0) + (Droplets == "none" ? 0 : Ui == "page" ? 2 : 1) + (Droplets == "create" ? 2 : 0) + (OpenApi ? 1 : 0) : 0;

    /// <summary>What the app does with droplets: nothing, reading, or creating too.</summary>
    public string Droplets => !Scopes.Contains("droplet:read", StringComparison.Ordinal) ? "none" : Scopes.Contains("droplet:create", StringComparison.Ordinal) ? "create" : "read";

    private IEnumerable<(string Name, string Value)> Values =>
    [
        ("scopes", Scopes), ("store", Store), ("aot", Text(Aot)), ("openapi", Text(OpenApi)), ("ui", Ui), ("tests", Text(Tests)), ("docker", Docker), ("noHttps", Text(NoHttps)),
    ];

    private static IEnumerable<(string First, string Second)> PairsOf(AppOptions options)
    {
        var values = options.Values.Select(value => $"{value.Name}={value.Value}").ToList();
        return values.SelectMany((first, index) => values.Skip(index + 1).Select(second => (first, second)));
    }

    private static string Text(bool value) => value ? "true" : "false";
}
