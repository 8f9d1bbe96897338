using System.Xml.Linq;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>A folder with the packed templates installed, apart from those of the person who runs the tests.</summary>
public sealed partial class TemplateHive
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-").FullName;

    /// <summary>What <c>dotnet new install</c> printed.</summary>
    public string InstallOutput { get; private set; } = "";

    /// <summary>Where apps are scaffolded: they find the packed packages from here.</summary>
    public string Apps => Path.Combine(_folder, "apps");

    private string Hive => Path.Combine(_folder, "hive");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Apps);
        var locals = await Dotnet.RunAsync(Repository.Root, "nuget", "locals", "global-packages", "--list");
        var cached = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? locals[(locals.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

        // The packages that are there already are read where they are; what comes new, ours among it, stays in this folder.
        Directory.CreateDirectory(cached);
        new XDocument(new XElement("configuration",
            new XElement("config", Add("globalPackagesFolder", Path.Combine(_folder, "nuget"))),
            new XElement("fallbackPackageFolders", Add("cached", cached)),
            new XElement("packageSources", Add("packed", await Packages.FolderAsync())))).Save(Path.Combine(_folder, "NuGet.config"));

        InstallOutput = await Dotnet.RunAsync(_folder, "new", "install", await Packages.FileAsync("DoOAuth.Templates"), "--debug:custom-hive", Hive);
    }

    /// <summary>Makes something from a template, and returns what was printed.</summary>
    public Task<string> NewAsync(string folder, params string[] arguments)
        => Dotnet.RunAsync(folder, ["new", .. arguments, "--no-update-check", "--debug:custom-hive", Hive]);

    /// <summary>The templates that <c>dotnet new list</c> shows in a folder.</summary>
    public Task<string> ListAsync(string folder) => Dotnet.RunAsync(folder, "new", "list", "do-oauth", "--debug:custom-hive", Hive);

    /// <summary>The same, with what is printed in another language.</summary>
    public Task<string> NewInAsync(string language, string folder, params string[] arguments)
        => Dotnet.RunInAsync(language, folder, ["new", .. arguments, "--no-update-check", "--debug:custom-hive", Hive]);

    /// <summary>Makes an app from the template <c>do-oauth</c>, and returns its folder.</summary>
    public async Task<string> NewAppAsync(string name, params string[] options)
    {
        await NewAsync(Apps, ["do-oauth", "-n", name, "--no-restore", .. options]);
        return Path.Combine(Apps, name);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
