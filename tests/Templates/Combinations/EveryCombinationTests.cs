using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DoOAuth.Templates.Tests.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Templates.Tests.Combinations;

/// <summary>Combined options of <c>dotnet new do-oauth</c>, made in process: every combination in the long form, and every two options together in each run.</summary>
public sealed partial class EveryCombinationTests(EveryCombination apps) : IClassFixture<EveryCombination>
{
    [Fact]
    public void All_of_them_are_made() => Assert.Equal(EveryCombination.Options.Count, apps.Made.Count);

    [Fact]
    public void Each_has_the_files_that_it_should_have()
    {
        Each((options, output) => Assert.Equal(
            options.FilesApart.Order(StringComparer.Ordinal),
            output.Files.Keys.Where(IsApart).Order(StringComparer.Ordinal)));
        var made = apps.Made.GroupBy(app => app.Key.FilesKey, app => string.Join('\n', app.Value.Files.Keys.Where(file => !IsApart(file)).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)Assert.Single(group.Distinct(StringComparer.Ordinal)).Split('\n'), StringComparer.Ordinal);
        var golden = GoldenFileLists.Read(made);

        Assert.Equal(golden.Keys.Order(StringComparer.Ordinal), made.Keys.Order(StringComparer.Ordinal));
        Assert.All(made, list => Assert.Equal(golden[list.Key], list.Value));
    }

    [Fact]
    public void None_is_left_with_a_marker_of_the_template() => Each((app, path, text) =>
    {
        Assert.False(Marker().IsMatch(path), path);
        Assert.False(Marker().IsMatch(text), $"{path}: {Marker().Match(text).Value}");
    });

    [Fact]
    public void Every_file_is_well_formed() => Each((app, path, text) =>
    {
        switch (Path.GetExtension(path))
        {
            case ".cs":
                Assert.DoesNotContain(CSharpSyntaxTree.ParseText(text).GetDiagnostics(), problem => problem.Severity >= DiagnosticSeverity.Warning);
                break;
            case ".json":
                using (JsonDocument.Parse(text))
                {
                }

                break;
            case ".csproj" or ".svg":
                XDocument.Parse(text);
                break;
        }

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    });

    // The engine gives each port once in a process, and 0 when it has none left: what every app is given is looked at in the first ones.
    [Fact]
    public void Ports_and_the_callback_agree_in_every_file() => Each((options, output) =>
    {
        var addresses = output.Files.Values.Append(output.Instructions).SelectMany(text => Address().Matches(text)).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        var http = Assert.Single(addresses["http"].Distinct(StringComparer.Ordinal));
        Assert.All(output.Named("compose.yaml"), compose => Assert.Contains($"\"{http}:8080\"", compose, StringComparison.Ordinal));
        Assert.Contains($"http://localhost:{http}", output.Instructions, StringComparison.Ordinal);
        var https = options.NoHttps ? null : Assert.Single(addresses["https"].Distinct(StringComparer.Ordinal));
        Assert.Equal(options.NoHttps ? $"http://localhost:{http}/callback" : $"https://localhost:{https}/callback", Callback().Match(output.Files["README.md"]).Groups[1].Value);
        Assert.Equal(options.NoHttps, !addresses["https"].Any());
    });

    [Fact]
    public void Every_app_has_ports_of_its_own()
    {
        var ports = apps.Made.Values.Take(100).SelectMany(app => Address().Matches(app.Files["README.md"]).Select(match => match.Groups[2].Value).Distinct(StringComparer.Ordinal)).ToList();

        Assert.True(ports.Count > 50);
        Assert.Equal(ports.Count, ports.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Only_reading_is_asked_for_at_sign_in() => Each((options, output) =>
    {
        var declared = Scope().Matches(output.Files["AcmeReefDeck.cs"]).ToList();
        Assert.Equal(options.Scopes.Split('|').Append("account:read").Distinct(StringComparer.Ordinal).Count(), declared.Count);
        Assert.All(declared, scope => Assert.Equal(scope.Groups[1].Value.EndsWith(".Read", StringComparison.Ordinal), scope.Groups[2].Value.Length == 0));
    });

    [Fact]
    public void The_readme_speaks_of_what_is_there_and_of_nothing_else() => Each((options, output) =>
    {
        var page = output.Files["README.md"];
        bool Says(string words) => page.Contains(words, StringComparison.Ordinal);
        Assert.Equal(options.Tests, Says("## Test it"));
        Assert.Equal(options.Store == "redis", Says("## Several machines"));
        Assert.Equal(options.Aot, Says("## Publish it"));
        Assert.Equal(options.Docker != "none", Says("## Run it in a container"));
        Assert.Equal(options.Deploy == "app-platform", Says("## Deploy it to App Platform"));
        Assert.Equal(!options.ExcludeLaunchSettings, Says("launch profile") && output.Files.ContainsKey("Properties/launchSettings.json"));
        Assert.Equal(options.Docker != "none" && options.Store == "redis", Says("docker compose up"));
        Assert.Equal(options.OpenApi, Says("/scalar"));
        Assert.Equal(options.Droplets != "none", Says("`GET /api/droplets`"));
        Assert.Equal(options.Droplets == "create", Says("`POST /api/droplets`"));
        Assert.Equal(options.Ui == "page", Says("`Pages/`"));
    });

    [Fact]
    public void No_container_runs_as_root() => Each((options, output) => Assert.All(output.Named("Dockerfile"), file =>
    {
        var user = file.IndexOf("\nUSER $APP_UID\n", StringComparison.Ordinal);
        Assert.InRange(user, file.LastIndexOf("\nFROM ", StringComparison.Ordinal), file.IndexOf("\nENTRYPOINT ", StringComparison.Ordinal));
        Assert.Equal(options.Docker == "alpine", file.Contains("-alpine", StringComparison.Ordinal));
        Assert.Equal(options.Aot, file.Contains("/runtime-deps:", StringComparison.Ordinal));
    }));

    // As Microsoft's list of tags has them: a letter more, and there is no such image.
    [Fact]
    public void Every_image_is_one_that_there_is() => Each((options, output) => Assert.All(output.Named("Dockerfile"), file =>
    {
        var system = options.Docker == "alpine" ? "alpine" : "noble";
        var images = Image().Matches(file).Select(image => image.Groups[1].Value);
        Assert.Equal(
            [$"sdk:10.0-{system}{(options.Aot ? "-aot" : "")}", $"{(options.Aot ? "runtime-deps" : "aspnet")}:10.0-{(system == "noble" ? "noble-chiseled" : "alpine")}"],
            images);
    }));

    [Fact]
    public void No_file_holds_a_secret_or_a_package_source() => Each((app, path, text) =>
    {
        Assert.DoesNotContain("NuGet.config", path, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("\"Client(Id|Secret)\"\\s*:", text);
    });

    [Fact]
    public void Pairs_hold_every_two_values_in_few_apps()
    {
        var pairs = AppOptions.Pairs();

        Assert.InRange(pairs.Count, AppOptions.ScopeChoices.Length * 3, 30);
        Assert.All(AppOptions.ScopeChoices, scopes => Assert.All(["none", "chiselled", "alpine"], docker => Assert.Contains(pairs, app => app.Scopes == scopes && app.Docker == docker)));
    }

    private static bool IsApart(string file) => file.Split('/')[0] is ".do" or "Deployment" or "Properties";

    private void Each(Action<AppOptions, TemplateOutput> check) => Assert.All(apps.Made, app => check(app.Key, app.Value));

    private void Each(Action<AppOptions, string, string> check)
    {
        // Most files are the same in many apps: each text is looked at once.
        var seen = new HashSet<(string, string)>();
        Each((options, output) =>
        {
            foreach (var (path, text) in output.Files.Where(file => seen.Add((file.Key, file.Value))))
            {
                check(options, path, text);
            }
        });
    }

    [GeneratedRegex("DoOAuthApp|DOOAUTH_|(?<![-0-9A-Fa-f])[57]599(?![-0-9A-Fa-f])|0000-4000-8000|(?m:^\\s*(//)?#(if|else|elseif|endif)\\b)|<!--\\s*#")]
    private static partial Regex Marker();

    [GeneratedRegex("^FROM mcr\\.microsoft\\.com/dotnet/(\\S+)", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex("(https?)://localhost:([0-9]+)")]
    private static partial Regex Address();

    [GeneratedRegex("callback URL `([^`]+)`\\. The URL must match")]
    private static partial Regex Callback();

    [GeneratedRegex(@"^\[DigitalOceanScope\(Scopes\.([\w.]+)(, Optional = true)?\)\]$", RegexOptions.Multiline)]
    private static partial Regex Scope();
}
