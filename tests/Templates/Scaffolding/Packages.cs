using System.Globalization;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>
/// The packages of this clone: those that eng/test.cs has packed for all test projects, or, where a project runs alone,
/// packed here. Their version is one of its own, since NuGet would take an earlier one with the same version from its folder.
/// </summary>
internal static class Packages
{
    private static readonly Lazy<Task<string>> PackedFolder = new(PackAsync);

    /// <summary>The folder that holds them.</summary>
    public static Task<string> FolderAsync() => PackedFolder.Value;

    /// <summary>The one file of a package.</summary>
    public static async Task<string> FileAsync(string id, string extension = ".nupkg")
    {
        var suffix = $"{await VersionAsync()}{extension}";
        return Path.Combine(await FolderAsync(), $"{id}.{suffix}");
    }

    /// <summary>The version that all of them have.</summary>
    public static async Task<string> VersionAsync()
    {
        const string Templates = "DoOAuth.Templates.";
        var file = Directory.GetFiles(await FolderAsync(), Templates + "*.nupkg").Single();
        return Path.GetFileNameWithoutExtension(file)[Templates.Length..];
    }

    private static async Task<string> PackAsync()
    {
        if (Environment.GetEnvironmentVariable("DOOAUTH_PACKAGES") is { Length: > 0 } packed && Directory.Exists(packed))
        {
            return packed;
        }

        var stamp = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Repository.Root, "artifacts", "test-alone", stamp);
        await Dotnet.RunAsync(Repository.Root, "pack", "pack.proj", "-c", "Release", "-o", folder, $"-p:PackageVersion={Repository.Version}-test.{stamp}", "-v", "q", "--nologo");
        return folder;
    }
}
