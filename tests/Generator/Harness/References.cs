using Microsoft.AspNetCore.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;

namespace DoOAuth.Generator.Tests.Harness;

/// <summary>What the compiled shapes reference: the installed SDK's reference assemblies, as a user's project does.</summary>
internal static class References
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyFramework = new(
        () => [.. Files("Microsoft.NETCore.App"), .. Files("Microsoft.AspNetCore.App")]);

    /// <summary>.NET, ASP.NET Core and DoOAuth's runtime.</summary>
    public static IReadOnlyList<MetadataReference> Web => [.. LazyFramework.Value, Assembly<DigitalOceanApplication>()];

    /// <summary>The same, with Microsoft.AspNetCore.OpenApi.</summary>
    public static IReadOnlyList<MetadataReference> WebWithOpenApi => [.. Web, Assembly<OpenApiOptions>(), Assembly<OpenApiDocument>()];

    private static PortableExecutableReference Assembly<T>() => MetadataReference.CreateFromFile(typeof(T).Assembly.Location);

    // The reference packs of the SDK; where they are missing, as in a runtime image, the implementation will do.
    private static IEnumerable<MetadataReference> Files(string framework)
    {
        var runtime = Directory.GetParent(typeof(object).Assembly.Location)!.Parent!;
        var root = runtime.Parent!.Parent!.FullName;
        var version = $"{Environment.Version.Major}.";
        var packs = Directories(Path.Combine(root, "packs", framework + ".Ref"), version)
            .Select(pack => Path.Combine(pack, "ref", $"net{Environment.Version.Major}.0"));
        var shared = Directories(Path.Combine(root, "shared", framework), version);
        var folder = packs.Concat(shared).FirstOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException($"Neither packs/{framework}.Ref nor shared/{framework} is under {root}: install the .NET {Environment.Version.Major} SDK.");
        return Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file));
    }

    private static IEnumerable<string> Directories(string folder, string version) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, version + "*").OrderByDescending(name => name, StringComparer.Ordinal)
        : [];

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        return image.HasMetadata;
    }
}
