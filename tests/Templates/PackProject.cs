using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>The pack's own project in a folder of its own, where it packs other templates or another version.</summary>
internal sealed class PackProject
{
    private const string Name = "Pack.csproj";
    private static readonly string Original = Path.Combine(Repository.Root, "templates");
    private readonly string _folder;

    public PackProject(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets" })
        {
            Write(file, $"""<Project><Import Project="{Path.Combine(Repository.Root, file)}" /></Project>""");
        }

        File.Copy(Path.Combine(Original, "README.md"), Path.Combine(folder, "README.md"));
        Write(Name, File.ReadAllText(Path.Combine(Original, "DoOAuth.Templates.csproj"))
            .Replace("Project=\"Staging.targets\"", $"Project=\"{Path.Combine(Original, "Staging.targets")}\"", StringComparison.Ordinal));
    }

    /// <summary>Adds a file of a template.</summary>
    public void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Adds the templates of the real pack.</summary>
    public void WriteAll()
    {
        foreach (var template in Directory.GetDirectories(Original, "do-oauth*"))
        {
            foreach (var file in Directory.GetFiles(template, "*", SearchOption.AllDirectories))
            {
                Write(Path.GetRelativePath(Original, file), File.ReadAllText(file));
            }
        }
    }

    /// <summary>Packs into a folder, and throws with what was printed where that fails.</summary>
    public Task PackAsync(string target, string version) =>
        Dotnet.RunAsync(_folder, "pack", Name, "-c", "Release", "-o", target, $"-p:PackageVersion={version}", "-v", "q", "--nologo");
}
