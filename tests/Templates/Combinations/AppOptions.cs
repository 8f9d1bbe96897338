namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>What <c>dotnet new do-oauth</c> can be asked for; scopes stand for all that differ in nothing but their lines.</summary>
public sealed record AppOptions(string Scopes, string Store, bool Aot, bool OpenApi, string Ui, bool Tests, string Docker, bool NoHttps,
    string Deploy = "none", bool ProgramMain = false, bool ExcludeLaunchSettings = false)
{
    /// <summary>What nobody asks for.</summary>
    public static readonly AppOptions Default = new("account:read|droplet:read|droplet:create", "cookie", Aot: false, OpenApi: false, "page", Tests: true, "none", NoHttps: false);

    /// <summary>Choices of scopes: none more than always, one to read droplets, one to create them too, and to create without reading beside others.</summary>
    public static readonly string[] ScopeChoices = ["account:read", "droplet:read", "droplet:read|droplet:create", "image:read|domain:update|droplet:create"];

    private static readonly bool[] Either = [false, true];
    private static readonly string[] Stores = ["cookie", "redis"];
    private static readonly string[] Interfaces = ["page", "none"];
    private static readonly string[] Containers = ["none", "chiselled", "alpine"];
    private static readonly string[] Deployments = ["none", "app-platform"];

    /// <summary>
    /// Every combination. Two options change a file of their own and nothing else, so they take turns: each of their values comes with each value of every
    /// other option.
    /// </summary>
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
           from deploy in Deployments
           select new AppOptions(scopes, store, aot, openApi, ui, tests, docker, noHttps, deploy,
               ProgramMain: aot ^ openApi ^ (ui == "page") ^ (deploy == "none"), ExcludeLaunchSettings: tests ^ noHttps ^ (store == "redis") ^ (deploy == "none")),
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

    /// <summary>Those of <see cref="Pairs"/>, and one for each list of files: what is made in a usual run. All of them take minutes.</summary>
    public static IReadOnlyList<AppOptions> Some() => [.. Pairs().Concat(All.DistinctBy(options => options.FilesKey)).Distinct()];

    /// <summary>The template's parameters.</summary>
    public IReadOnlyDictionary<string, string?> Parameters => Values.ToDictionary(value => value.Name, value => (string?)value.Value, StringComparer.Ordinal);

    /// <summary>The options as they are typed.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        .. Scopes.Split('|').SelectMany(scope => (string[])["--scopes", scope]),
        "--store", Store, "--aot", Text(Aot), "--openapi", Text(OpenApi), "--ui", Ui, "--tests", Text(Tests), "--docker", Docker, "--no-https", Text(NoHttps),
        "--deploy", Deploy, "--use-program-main", Text(ProgramMain), "--exclude-launch-settings", Text(ExcludeLaunchSettings),
    ];

    /// <summary>What decides which files there are.</summary>
    public string FilesKey => $"droplets: {Droplets}, page: {Text(Ui == "page")}, tests: {Text(Tests)}, container: {(HasContainer ? Docker != "none" && Store == "redis" ? "with Redis" : "alone" : "none")}";

    /// <summary>The files that depend on one option alone: what App Platform needs, and the launch settings.</summary>
    public IEnumerable<string> FilesApart =>
    [
        .. Deploy == "none" ? (string[])[] : [".do/app.yaml", "Deployment/AppPlatform.cs"],
        .. Deploy == "none" || Store == "redis" ? (string[])[] : ["Deployment/SecretKey.cs"],
        .. ExcludeLaunchSettings ? (string[])[] : ["Properties/launchSettings.json"],
    ];

    /// <summary>How many tests the app comes with.</summary>
    public int TestCount => Tests ? 3 + (Ui == "page" ? 2 : 0) + (Droplets == "none" ? 0 : Ui == "page" ? 2 : 1) + (Droplets == "create" ? 2 : 0) + (OpenApi ? 1 : 0) : 0;

    /// <summary>Whether there is a Dockerfile.</summary>
    public bool HasContainer => Docker != "none" || Deploy == "app-platform";

    /// <summary>What the app does with droplets: nothing, reading, or creating too.</summary>
    public string Droplets => !Scopes.Contains("droplet:read", StringComparison.Ordinal) ? "none" : Scopes.Contains("droplet:create", StringComparison.Ordinal) ? "create" : "read";

    private IEnumerable<(string Name, string Value)> Values =>
    [
        ("scopes", Scopes), ("store", Store), ("aot", Text(Aot)), ("openapi", Text(OpenApi)), ("ui", Ui), ("tests", Text(Tests)), ("docker", Docker), ("noHttps", Text(NoHttps)),
        ("deploy", Deploy), ("UseProgramMain", Text(ProgramMain)), ("ExcludeLaunchSettings", Text(ExcludeLaunchSettings)),
    ];

    private static IEnumerable<(string First, string Second)> PairsOf(AppOptions options)
    {
        var values = options.Values.Select(value => $"{value.Name}={value.Value}").ToList();
        return values.SelectMany((first, index) => values.Skip(index + 1).Select(second => (first, second)));
    }

    private static string Text(bool value) => value ? "true" : "false";
}
