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
        foreach (var name in Names)
        {
            var app = await hive.NewAppAsync(name);
            Assert.Equal([$"{name}.csproj"], Directory.GetFiles(app, "*.csproj").Select(Path.GetFileName));
            await Dotnet.RunAsync(hive.Apps, "sln", "all.sln", "add", "--in-root", app, Path.Combine(app, "tests", $"{name}.Tests"));
        }

        await Dotnet.RunAsync(hive.Apps, "build", "all.sln", "-warnaserror", "-v", "q", "--nologo");
        var tests = await Dotnet.RunAsync(hive.Apps, "test", "all.sln", "--no-build", "--nologo");

        Assert.Equal(Names.Length, Passed().Count(tests));
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

    [GeneratedRegex("DoOAuthApp|DOOAUTH_|5099|0000-4000-8000")]
    private static partial Regex Marker();

    [GeneratedRegex("localhost:([0-9]+)")]
    private static partial Regex Port();

    [GeneratedRegex("<UserSecretsId>(.*)</UserSecretsId>")]
    private static partial Regex SecretsId();

    [GeneratedRegex(@"Passed!  - Failed:     0, Passed:     6, Skipped:     0")]
    private static partial Regex Passed();
}
