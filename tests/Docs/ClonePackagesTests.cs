using DoOAuth.Docs.Tests.Commands;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Docs.Tests;

/// <summary>Does what README says under "From a clone", in a folder with the packed packages where a clone has them.</summary>
public sealed class ClonePackagesTests
{
    [Fact]
    public async Task Its_packages_become_a_source_and_its_templates_are_installed()
    {
        var workshop = new Workshop();
        await workshop.InitializeAsync();
        try
        {
            var terminal = workshop.NewFolder();
            Directory.CreateDirectory(Path.Combine(terminal.Folder, "artifacts"));
            var packages = Directory.CreateSymbolicLink(Path.Combine(terminal.Folder, "artifacts", "packages"), await Packages.FolderAsync());

            await terminal.RunAllAsync(Walkthrough.FromClone.Commands);

            Assert.Contains(packages.FullName, await terminal.RunAsync("dotnet nuget list source"), StringComparison.Ordinal);
            await terminal.RunAsync("dotnet new do-oauth -n Reef --no-restore");
            Assert.Contains(await Packages.VersionAsync(), await File.ReadAllTextAsync(Path.Combine(terminal.Folder, "Reef", "Reef.csproj")), StringComparison.Ordinal);
        }
        finally
        {
            await workshop.DisposeAsync();
        }
    }
}
