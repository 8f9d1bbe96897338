using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>What a user's project references: .NET and ASP.NET Core as the SDK's targeting packs have them, and DoOAuth.</summary>
internal static class TargetingPacks
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Packs.SelectMany(Assemblies).Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(DigitalOceanOAuthAttribute).Assembly.Location),
    ];

    /// <summary>The folder of a pack of .NET 10.</summary>
    /// <exception cref="DirectoryNotFoundException">The SDK has none.</exception>
    public static string Folder(string pack)
    {
        var root = Path.Combine(TestBuild.Value("TargetingPackRoot"), pack);
        return Directory.GetDirectories(root).Where(path => Path.GetFileName(path).StartsWith("10.", StringComparison.Ordinal))
            .MaxBy(path => Version.Parse(Path.GetFileName(path).Split('-')[0]))
            ?? throw new DirectoryNotFoundException($"{root} has no pack of .NET 10: install the .NET 10 SDK.");
    }

    private static string[] Assemblies(string pack) => Directory.GetFiles(Path.Combine(Folder(pack), "ref", "net10.0"), "*.dll");
}
