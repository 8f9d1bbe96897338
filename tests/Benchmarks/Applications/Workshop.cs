using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Applications;

/// <summary>Scaffolds apps from the packed template and from the SDK's own, and publishes them, each once. Build servers stay, as on a user's machine.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    /// <summary>The template of this project, as an API alone: what the SDK's templates are as well.</summary>
    public static readonly string[] Ours = ["do-oauth", "--ui", "none", "--tests", "false"];

    /// <summary>The same published as native code, which the SDK's has no HTTPS for either.</summary>
    public static readonly string[] OursAot = [.. Ours, "--aot", "--no-https"];

    /// <summary>The SDK's API template, without what ours does not have.</summary>
    public static readonly string[] WebApi = ["webapi", "--no-openapi"];

    /// <summary>The same for the SDK's template for native code.</summary>
    public static readonly string[] WebApiAot = ["webapiaot", "--no-openapi"];

    private readonly TemplateHive _hive = new();

    private Workshop()
    {
    }

    /// <summary>The folder that the apps are in.</summary>
    public string Apps => _hive.Apps;

    public static async Task<Workshop> OpenAsync()
    {
        Dotnet.KeepsBuildServers = true;
        var workshop = new Workshop();
        await workshop._hive.InitializeAsync();
        return workshop;
    }

    /// <summary>Makes an app from a template, as a person does.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> ScaffoldAsync(string name, params string[] template)
    {
        await _hive.NewAsync(Apps, [.. template, "-n", name]);
        return Path.Combine(Apps, name);
    }

    /// <summary>Makes an app and publishes it for release.</summary>
    /// <param name="name">The app's name.</param>
    /// <param name="template">The template and its options.</param>
    /// <param name="program">Takes the place of the app's program; nothing to leave it.</param>
    public async Task<PublishedApp> PublishAsync(string name, string[] template, string? program = null)
    {
        await Console.Out.WriteLineAsync($"Publishing: dotnet new {string.Join(' ', template)}");
        var folder = await ScaffoldAsync(name, template);
        if (program is not null)
        {
            File.Copy(program, Path.Combine(folder, "Program.cs"), overwrite: true);
        }

        await Dotnet.RunAsync(folder, "publish", "-c", "Release", "-o", "published", "-v", "q", "--nologo");
        return new PublishedApp(name, Path.Combine(folder, "published"));
    }

    public async ValueTask DisposeAsync() => await _hive.DisposeAsync();
}
