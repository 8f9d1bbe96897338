using System.Net;
using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Commands;

namespace DoOAuth.Docs.Tests;

/// <summary>Does what the pages say, in their words, with the packed packages: in the end there is an app that serves.</summary>
[Collection(SandboxPort.Name)]
public sealed partial class WalkthroughTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string BuiltApp = "dotnet bin/Debug/net10.0/Acme.dll --environment Development --urls http://127.0.0.1:0";

    [Fact]
    public async Task A_new_app_gets_its_secrets_and_goes_to_DigitalOcean()
    {
        var terminal = workshop.NewFolder();
        await terminal.RunAllAsync(Walkthrough.NewApp.Commands);
        await AnyPortAsync(terminal);
        var commands = Walkthrough.NewAppWithDigitalOcean.Commands;
        await terminal.RunAllAsync(commands.SkipLast(1));

        using var app = await terminal.ServeAsync(commands[^1]);

        using var login = await app.GetAsync("/login");
        Assert.StartsWith("https://cloud.digitalocean.com/v1/oauth/authorize?client_id=YOUR-CLIENT-ID&", login.Headers.Location?.AbsoluteUri, StringComparison.Ordinal);
        await IsSignedOutAsync(app);
    }

    [Fact]
    public async Task A_new_app_is_made_as_the_package_says()
    {
        var terminal = workshop.NewFolder();

        await terminal.RunAllAsync(Walkthrough.NewAppFromPackage.Commands);

        Assert.True(File.Exists(Path.Combine(terminal.Folder, "MyAppDeck.cs")));
    }

    [Fact]
    public async Task An_item_is_added_to_an_existing_API_which_then_runs_with_the_sandbox()
    {
        var terminal = await workshop.ExistingApiAsync();
        await terminal.RunAllAsync(Walkthrough.Item.Commands);
        await PasteIntoProgramAsync(terminal, Walkthrough.Item.Code);
        await BuildAsync(terminal);
        await AnyPortAsync(terminal);
        var commands = Walkthrough.SandboxTool.Commands;
        await terminal.RunAllAsync(commands.SkipLast(1));

        using var app = await terminal.ServeAsync(commands[^1]);

        using var login = await app.GetAsync("/login");
        Assert.Equal("127.0.0.1", login.Headers.Location?.Host);
        await IsSignedOutAsync(app);
    }

    [Fact]
    public async Task By_hand_there_are_a_class_and_two_lines_and_two_secrets()
    {
        var terminal = await workshop.ExistingApiAsync();
        await terminal.RunAllAsync(Walkthrough.ByHand.Commands);
        await File.WriteAllTextAsync(Path.Combine(terminal.Folder, "Reef.cs"), Walkthrough.ByHand.Code);
        await PasteIntoProgramAsync(terminal, Walkthrough.Item.Code);
        await BuildAsync(terminal);

        using var app = await terminal.ServeAsync(BuiltApp);

        await IsSignedOutAsync(app);
    }

    [Fact]
    public async Task The_packages_own_page_makes_an_app()
    {
        var terminal = await workshop.ExistingApiAsync();
        await terminal.RunAllAsync(Walkthrough.Package.Commands);
        await File.WriteAllTextAsync(Path.Combine(terminal.Folder, "Program.cs"), Walkthrough.Package.Code);
        await BuildAsync(terminal);

        using var app = await terminal.ServeAsync(BuiltApp);

        await IsSignedOutAsync(app);
    }

    [Fact]
    public async Task An_app_is_made_ready_for_several_machines()
    {
        var terminal = await workshop.ExistingApiAsync();
        await terminal.RunAllAsync(Walkthrough.Package.Commands);
        await terminal.RunAllAsync(Walkthrough.Redis.Commands);
        await File.WriteAllTextAsync(Path.Combine(terminal.Folder, "Program.cs"), Walkthrough.Redis.Code);
        await BuildAsync(terminal);

        // Without any Redis: the app starts, and finds it when it comes.
        using var app = await terminal.ServeAsync(BuiltApp);

        await IsSignedOutAsync(app);
    }

    private static Task<string> BuildAsync(Terminal terminal) => terminal.RunAsync("dotnet build -warnaserror -v q --nologo");

    private static async Task IsSignedOutAsync(RunningApp app)
    {
        using var user = await app.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Unauthorized, user.StatusCode);
    }

    // Each line to the place that its comment names: usings first, the builder's before the app is built, the app's after it.
    private static async Task PasteIntoProgramAsync(Terminal terminal, string code)
    {
        var file = Path.Combine(terminal.Folder, "Program.cs");
        var program = await File.ReadAllTextAsync(file);
        var lines = code.Split('\n').Where(line => line.Length > 0).ToLookup(line => line.Split(' ', '.')[0]);
        Assert.Equal(["using", "builder", "app"], lines.Select(group => group.Key));
        program = string.Join('\n', lines["using"]) + "\n\n" + program
            .Replace("var app = ", string.Join('\n', lines["builder"]) + "\nvar app = ", StringComparison.Ordinal)
            .Replace("app.Run();", string.Join('\n', lines["app"]) + "\napp.Run();", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, program);
    }

    // The port of the launch profile may be taken on this machine.
    private static async Task AnyPortAsync(Terminal terminal)
    {
        var file = Path.Combine(terminal.Folder, "Properties", "launchSettings.json");
        var settings = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, ApplicationUrl().Replace(settings, "\"applicationUrl\": \"http://127.0.0.1:0\""));
    }

    [GeneratedRegex("\"applicationUrl\": \"[^\"]*\"")]
    private static partial Regex ApplicationUrl();
}
