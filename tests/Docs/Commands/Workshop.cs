using System.IO.Compression;
using System.Xml.Linq;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>
/// A folder in which pages are followed, with nothing of this machine's user in it: packages, templates, tools and secrets of its own,
/// and no feed but the packed packages, with what the build of this clone has restored for those that need others.
/// </summary>
public class Workshop : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-docs-").FullName;

    /// <summary>Where new templates are installed.</summary>
    public string Hive => Path.Combine(_folder, "hive");

    /// <summary>Where .NET tools are installed.</summary>
    public string Tools => Path.Combine(_folder, "tools");

    /// <summary>Where user secrets are kept.</summary>
    public string Secrets => Path.Combine(_folder, "secrets");

    /// <summary>Where package sources are set.</summary>
    public string Sources => Path.Combine(_folder, "NuGet.config");

    /// <summary>Where restored packages are kept.</summary>
    public string RestoredPackages => Path.Combine(_folder, "nuget");

    public async Task InitializeAsync()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        foreach (var package in Directory.EnumerateFiles(await Packages.FolderAsync(), "*.nupkg"))
        {
            File.Copy(package, Path.Combine(feed, Path.GetFileName(package)));
            Release(package, feed);
        }

        Configuration(feed).Save(Sources);
    }

    /// <summary>Where NuGet looks for packages.</summary>
    /// <param name="feed">The folder with the packed packages.</param>
    protected virtual XDocument Configuration(string feed)
    {
        return new(new XElement("configuration",
            new XElement("packageSources", new XElement("clear"), Source("packed", feed), Source("restored", TestBuild.Value("NuGetPackageRoot"))),
            new XElement("packageSourceMapping", new XElement("clear"), Serves("packed", "DoOAuth*"), Serves("restored", "*"))));

        static XElement Source(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
        static XElement Serves(string key, string pattern) =>
            new("packageSource", new XAttribute("key", key), new XElement("package", new XAttribute("pattern", pattern)));
    }

    /// <summary>An empty folder, and a terminal in it.</summary>
    public Terminal NewFolder() => new(this, Directory.CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName())).FullName);

    /// <summary>The API that a reader has already, called Acme, and a terminal in its folder.</summary>
    /// <param name="template">The template of the SDK that it was made from.</param>
    public async Task<Terminal> ExistingApiAsync(string template = "web")
    {
        var terminal = NewFolder();
        await terminal.RunAsync($"dotnet new {template} -n Acme");
        await terminal.RunAsync("cd Acme");
        return terminal;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    // The pages ask for no version, and so NuGet takes released ones alone: what was packed for a test is given the version that it will have.
    private static void Release(string package, string feed)
    {
        using var released = new MemoryStream();
        released.Write(File.ReadAllBytes(package));
        string id;
        using (var archive = new ZipArchive(released, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
            XDocument specification;
            using (var text = entry.Open())
            {
                specification = XDocument.Load(text);
            }

            XElement Element(string name) => specification.Descendants().Single(element => element.Name.LocalName == name);
            id = Element("id").Value;
            Element("version").Value = Repository.Version;
            using var rewritten = entry.Open();
            rewritten.SetLength(0);
            specification.Save(rewritten);
        }

        File.WriteAllBytes(Path.Combine(feed, $"{id}.{Repository.Version}.nupkg"), released.ToArray());
    }
}
