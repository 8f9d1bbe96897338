using System.Text.RegularExpressions;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth</c>, from the packed template, under names that make trouble.</summary>
public sealed partial class ScaffoldedAppTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    private static readonly string[] Names = ["my-api", "2fast.Api", "A & B", "class"];

    [Fact]
    public async Task Apps_of_any_name_build_without_a_warning_and_pass_their_own_tests()
    {
        await Dotnet.RunAsync(hive.Apps, "new", "sln", "-n", "all", "--format", "sln");
        List<string> projects = [];
        foreach (var name in Names)
        {
            var app = await hive.NewAppAsync(name);
            Assert.Equal([$"{name}.csproj"], Directory.GetFiles(app, "*.csproj").Select(Path.GetFileName));
            projects.AddRange(app, Path.Combine(app, "tests", $"{name}.Tests"));
        }

        projects.AddRange(await ScaffoldOlderAppAsync());
        await Dotnet.RunAsync(hive.Apps, ["sln", "all.sln", "add", "--in-root", .. projects]);
        await Dotnet.RunAsync(hive.Apps, "build", "all.sln", "-warnaserror", "-v", "q", "--nologo");
        var tests = await Dotnet.RunAsync(hive.Apps, "test", "all.sln", "--no-build", "--nologo");

        Assert.Equal(Names.Length, Passed().Count(tests));
        Assert.Single(PassedInOlderApp().Matches(tests));
    }

    [Fact]
    public async Task An_app_is_left_with_no_marker_of_the_template()
    {
        var app = await hive.NewAppAsync("Marked");

        var files = Directory.GetFiles(app, "*", SearchOption.AllDirectories);
        Assert.All(files, file =>
        {
            Assert.DoesNotMatch(Marker(), Path.GetRelativePath(app, file));
            Assert.DoesNotMatch(Marker(), File.ReadAllText(file));
        });
        Assert.False(Directory.Exists(Path.Combine(app, ".template.config")));
    }

    [Fact]
    public async Task Each_app_has_its_own_secrets_and_one_port_in_all_places()
    {
        var first = await hive.NewAppAsync("First");
        var second = await hive.NewAppAsync("Second");

        static string Secrets(string app) => SecretsId().Match(File.ReadAllText(Directory.GetFiles(app, "*.csproj").Single())).Groups[1].Value;
        var ports = new[] { "Properties/launchSettings.json", "README.md" }
            .SelectMany(file => Port().Matches(File.ReadAllText(Path.Combine(first, file))))
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.Equal(3, ports.Count);
        Assert.Single(ports.Distinct());
        Assert.True(Guid.TryParse(Secrets(first), out _));
        Assert.NotEqual(Secrets(first), Secrets(second));
    }

    [Fact]
    public async Task What_is_printed_names_the_port_of_the_app()
    {
        var printed = await hive.NewAsync(hive.Apps, "do-oauth", "-n", "Printed", "--no-restore");

        var settings = await File.ReadAllTextAsync(Path.Combine(hive.Apps, "Printed", "Properties", "launchSettings.json"));
        Assert.Equal(Port().Match(settings).Groups[1].Value, Port().Match(printed).Groups[1].Value);
    }

    [Fact]
    public async Task An_app_asks_only_for_reading_until_it_needs_more()
    {
        var app = await hive.NewAppAsync("Reading");

        var declarations = await File.ReadAllLinesAsync(Path.Combine(app, "DropletDeck.cs"));
        var asked = declarations.Where(line => line.StartsWith("[DigitalOceanScope(", StringComparison.Ordinal) && !line.Contains("Optional = true", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, line => Assert.Contains(".Read)", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_address_is_written_into_the_code()
    {
        var app = await hive.NewAppAsync("Addresses");

        Assert.All(Directory.GetFiles(app, "*.cs", SearchOption.AllDirectories), file => Assert.DoesNotMatch("https?://", File.ReadAllText(file)));
    }

    // An app that does not ask for droplet:read at sign-in: its sessions are what sessions of an earlier version are to the app as it is.
    private async Task<string[]> ScaffoldOlderAppAsync()
    {
        const string Name = "Older";
        var app = await hive.NewAppAsync(Name);
        var declaration = Path.Combine(app, "DropletDeck.cs");
        var source = await File.ReadAllTextAsync(declaration);
        Assert.Contains("(Scopes.Droplet.Read)", source, StringComparison.Ordinal);
        await File.WriteAllTextAsync(declaration, source.Replace("(Scopes.Droplet.Read)", "(Scopes.Droplet.Read, Optional = true)", StringComparison.Ordinal));
        var tests = Path.Combine(app, "tests", $"{Name}.Tests");
        await File.WriteAllTextAsync(Path.Combine(tests, "SignInTests.cs"), """
            namespace Older.Tests;

            public sealed class SignInTests(SandboxedApp app) : IClassFixture<SandboxedApp>
            {
                [Fact]
                public async Task A_session_without_the_scope_is_led_to_sign_in_again()
                {
                    using var browser = app.NewBrowser();

                    var page = await browser.GetStringAsync("/login?returnUrl=/");

                    Assert.Contains("Sign out", page, StringComparison.Ordinal);
                    Assert.Contains("<a href=\"/login?returnUrl=%2F\">Sign in again</a>", page, StringComparison.Ordinal);
                    Assert.DoesNotContain("class=\"droplets\"", page, StringComparison.Ordinal);
                }
            }
            """);
        return [app, tests];
    }

    [GeneratedRegex("DoOAuthApp|DOOAUTH_|5099|0000-4000-8000")]
    private static partial Regex Marker();

    [GeneratedRegex("localhost:([0-9]+)")]
    private static partial Regex Port();

    [GeneratedRegex("<UserSecretsId>(.*)</UserSecretsId>")]
    private static partial Regex SecretsId();

    [GeneratedRegex(@"Passed!  - Failed:     0, Passed:     6, Skipped:     0")]
    private static partial Regex Passed();

    [GeneratedRegex(@"Passed!  - Failed:     0, Passed:     1, .*Older\.Tests\.dll")]
    private static partial Regex PassedInOlderApp();
}
