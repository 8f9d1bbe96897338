using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Commands;
using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests;

/// <summary>Follows docs/existing-api.md in what the SDK's own templates make, to a user who is signed in.</summary>
[Collection(SandboxPort.Name)]
public sealed partial class ExistingApiPageTests(OpenWorkshop workshop) : IClassFixture<OpenWorkshop>
{
    [Theory]
    [InlineData("webapi")]
    [InlineData("webapiaot")]
    public async Task An_API_of_the_SDK_gets_sign_in_and_an_endpoint(string template)
    {
        var terminal = await workshop.ExistingApiAsync(template);
        await terminal.RunAllAsync(Walkthrough.ExistingApiClass.Commands);
        await PasteAsync(terminal, Walkthrough.ExistingApiClass.Code);
        await terminal.RunAllAsync(Walkthrough.ExistingApiEndpoint.Commands);
        await EditAsync(terminal, "Program.cs", program => program.Replace("app.Run();", $"{MapLine()}\napp.Run();", StringComparison.Ordinal));
        await EditAsync(terminal, "Reef.cs", source => Declared().Replace(source, Declared().Match(Walkthrough.ExistingApiEndpoint.Code).Value));
        // The feed may lack an exact version that a template of the SDK names.
        await terminal.RunAsync("dotnet build -warnaserror -warnnotaserror:NU1603 -v q --nologo");
        await EditAsync(terminal, "Properties/launchSettings.json", settings => ApplicationUrl().Replace(settings, "\"applicationUrl\": \"http://127.0.0.1:0\""));
        var commands = Walkthrough.ExistingApiRun.Commands;
        if (!File.Exists(Path.Combine(workshop.Tools, "do-oauth-sandbox")))
        {
            // Once for both: a tool is installed once.
            await terminal.RunAllAsync(commands.SkipLast(1));
        }

        using var app = await terminal.ServeAsync(commands[^1]);

        using var signedOut = await app.GetAsync("/v2/droplets");
        Assert.Equal(HttpStatusCode.Unauthorized, signedOut.StatusCode);
        using var browser = new HttpClient { BaseAddress = app.Address };
        var droplets = await browser.GetFromJsonAsync<JsonElement>("/login?returnUrl=/v2/droplets");
        Assert.NotEmpty(droplets.GetProperty("droplets").EnumerateArray());
        var user = await browser.GetFromJsonAsync<JsonElement>("/me");
        Assert.Equal("Sammy the Shark", user.GetProperty("name").GetString());
    }

    private static string MapLine() => Assert.Single(AllPages.Find(Walkthrough.ExistingApiEndpoint.Path).CodeSpans, span => span.Text.StartsWith("app.Map", StringComparison.Ordinal)).Text;

    // Each line to the place that its comment names.
    private static Task PasteAsync(Terminal terminal, string code)
    {
        var lines = code.Split('\n').Where(line => line.Length > 0).ToLookup(line => line.Split(' ', '.')[0]);
        return EditAsync(terminal, "Program.cs", program => string.Join('\n', lines["using"]) + "\n" + program
            .Replace("var app = ", string.Join('\n', lines["builder"]) + "\nvar app = ", StringComparison.Ordinal)
            .Replace("app.Run();", string.Join('\n', lines["app"]) + "\napp.Run();", StringComparison.Ordinal));
    }

    private static async Task EditAsync(Terminal terminal, string file, Func<string, string> edit)
    {
        var path = Path.Combine(terminal.Folder, file);
        var before = await File.ReadAllTextAsync(path);
        var after = edit(before);
        Assert.NotEqual(before, after);
        await File.WriteAllTextAsync(path, after);
    }

    [GeneratedRegex(@"\[DigitalOceanOAuth\][\s\S]*class Reef;")]
    private static partial Regex Declared();

    [GeneratedRegex("\"applicationUrl\": \"[^\"]*\"")]
    private static partial Regex ApplicationUrl();
}
