using System.Globalization;
using System.Text.RegularExpressions;
using DoOAuth.Templates.Tests.Combinations;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth</c>, from the packed template, under names that make trouble: built and tested.</summary>
public sealed partial class ScaffoldedAppTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [Fact]
    public async Task Apps_of_any_name_build_without_a_warning_and_pass_their_own_tests()
    {
        // Beside what nobody asks for, what differs most from it.
        AppOptions[] options =
        [
            AppOptions.Default,
            AppOptions.Default with { Scopes = "account:read", Aot = true, NoHttps = true, Deploy = "app-platform" },
            AppOptions.Default with { Scopes = "droplet:read", Store = "redis", OpenApi = true, Docker = "chiselled", ProgramMain = true, ExcludeLaunchSettings = true },
            AppOptions.Default with { OpenApi = true, Aot = true, Ui = "none" },
        ];
        var solution = new AppSolution(hive);
        foreach (var (name, app) in HostileNames.All.Zip(options))
        {
            await solution.AddAsync(name, app);
        }

        solution.Add(await ScaffoldOlderAppAsync());
        var tests = await solution.BuildAndTestAsync();

        Assert.Equal(options.Select(app => app.TestCount).Append(1).Order(), Passed(tests));
        Assert.Contains($"succeeded: {options[0].TestCount}", await solution.TestOnThePlatformAsync(HostileNames.All[0]), StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Every_two_options_together_build_without_a_warning_and_pass_their_own_tests()
    {
        var solution = new AppSolution(hive);
        var pairs = AppOptions.Pairs();
        for (var index = 0; index < pairs.Count; index++)
        {
            var round = index / HostileNames.All.Length;
            var name = HostileNames.All[index % HostileNames.All.Length];
            await solution.AddAsync(round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.x{round}"), pairs[index]);
        }

        var tests = await solution.BuildAndTestAsync();

        Assert.Equal(pairs.Where(app => app.Tests).Select(app => app.TestCount).Order(), Passed(tests));
    }

    [Fact]
    public async Task Each_app_has_its_own_secrets()
    {
        var first = await hive.NewAppAsync("First");
        var second = await hive.NewAppAsync("Second");

        static string Secrets(string app) => SecretsId().Match(File.ReadAllText(Directory.GetFiles(app, "*.csproj").Single())).Groups[1].Value;
        Assert.True(Guid.TryParse(Secrets(first), out _));
        Assert.NotEqual(Secrets(first), Secrets(second));
    }

    [Fact]
    public async Task No_address_is_written_into_the_code()
    {
        var app = await hive.NewAppAsync("Addresses");

        Assert.All(Directory.GetFiles(app, "*.cs", SearchOption.AllDirectories), file => Assert.DoesNotMatch("https?://", File.ReadAllText(file)));
    }

    // An app that does not ask for droplet:read at sign-in: its sessions are what sessions of an earlier version are to the app as it is.
    private async Task<string> ScaffoldOlderAppAsync()
    {
        const string Name = "Older";
        var app = await hive.NewAppAsync(Name);
        var declaration = Path.Combine(app, $"{Name}Deck.cs");
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
        return app;
    }

    private static IEnumerable<int> Passed(string tests) =>
        [.. PassedTests().Matches(tests).Select(run => int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture)).Order()];

    [GeneratedRegex("<UserSecretsId>(.*)</UserSecretsId>")]
    private static partial Regex SecretsId();

    [GeneratedRegex(@"Passed!  - Failed:     0, Passed:\s+([0-9]+), Skipped:     0")]
    private static partial Regex PassedTests();
}
