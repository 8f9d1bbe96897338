using System.Globalization;
using System.Text.RegularExpressions;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>What the compiler says in an API that references the packed package, in a build from the command line.</summary>
public sealed partial class CompilerOutputTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    // The marks say what is expected on their line; what is marked nowhere must not be reported.
    private const string Faulty = """
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapGet("/open", (DigitalOceanClient api) => api.GetStringAsync("/v2/droplets")); // warning DOO103
        app.MapGet("/excused", (DigitalOceanClient api) => api.GetStringAsync("/v2/droplets")); // error DOO103
        app.MapGet("/guarded", (DigitalOceanClient api) => api.GetStringAsync("/v2/droplets")).RequireDropletRead();
        app.MapGet("/images", (DigitalOceanClient api) => api.GetStringAsync("/v2/images")); // error DOO102
        app.MapGet("/typo", (DigitalOceanClient api) => api.GetStringAsync("/v2/droplet")); // warning DOO105
        app.MapGet("/nobody", [RequireScope(Scopes.Image.Read)] () => "nobody"); // error DOO101
        app.Run();

        [DigitalOceanOAuth(LoginPath = "login")] // error DOO003
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope("droplets:read")] // error DOO002
        public static partial class DropletDeck // warning DOO007
        {
            private static void ConfigureOptions(DigitalOceanOptions options) => options.ClientSecret = "Qm9vIGlzIG5vdCBhIHNlY3JldA"; // warning DOO008

            private static void OnFailedAsync() // warning DOO009
            {
            }
        }
        """;

    [Fact]
    public async Task Each_fault_is_told_on_its_line_and_a_pragma_and_an_editorconfig_are_heeded()
    {
        await hive.NewAsync(hive.Apps, "web", "-n", "Faulty");
        var api = Path.Combine(hive.Apps, "Faulty");
        await hive.NewAsync(api, "do-oauth-app", "-n", "DropletDeck");
        File.Delete(Path.Combine(api, "DropletDeck.cs"));

        await WriteAsync(api, Faulty.Replace("// error DOO103", "// warning DOO103", StringComparison.Ordinal));
        Assert.Equal(Marks(Faulty.Replace("// error DOO103", "// warning DOO103", StringComparison.Ordinal)), await ReportsAsync(api));

        await File.WriteAllTextAsync(Path.Combine(api, ".editorconfig"), """
            root = true

            [*.cs]
            dotnet_diagnostic.DOO103.severity = error
            dotnet_diagnostic.DOO105.severity = none
            """);
        var excused = Faulty
            .Replace("app.MapGet(\"/open\"", "#pragma warning disable DOO103\napp.MapGet(\"/open\"", StringComparison.Ordinal)
            .Replace(" // warning DOO103\n", "\n#pragma warning restore DOO103\n", StringComparison.Ordinal)
            .Replace(" // warning DOO105", "", StringComparison.Ordinal);
        await WriteAsync(api, excused);
        Assert.Equal(Marks(excused), await ReportsAsync(api));
    }

    private static Task WriteAsync(string api, string source) => File.WriteAllTextAsync(Path.Combine(api, "Program.cs"), source);

    private static SortedSet<(int Line, string Severity, string Id)> Marks(string source) =>
        [.. source.Split('\n').SelectMany((line, index) => Mark().Matches(line).Select(mark => (index + 1, mark.Groups[1].Value, mark.Groups[2].Value)))];

    private static async Task<SortedSet<(int Line, string Severity, string Id)>> ReportsAsync(string api)
    {
        var output = await Record.ExceptionAsync(() => Dotnet.RunAsync(api, "build", "-v", "q", "--nologo"));
        return [.. Report().Matches(output?.Message ?? "").Select(report =>
            (int.Parse(report.Groups[1].Value, CultureInfo.InvariantCulture), report.Groups[2].Value, report.Groups[3].Value))];
    }

    [GeneratedRegex("// (warning|error) (DOO[0-9]+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"Program\.cs\(([0-9]+),[0-9]+\): (warning|error) ([A-Z]+[0-9]+):")]
    private static partial Regex Report();
}
