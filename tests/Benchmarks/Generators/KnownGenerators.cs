using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;

namespace DoOAuth.Benchmarks.Generators;

/// <summary>Our generator and those that it is compared with, where the SDK and the packages have them.</summary>
internal static class KnownGenerators
{
    public static GeneratorFile Own { get; } = new(typeof(DigitalOceanOAuthGenerator).Assembly.Location, typeof(DigitalOceanOAuthGenerator).FullName!);

    public static GeneratorFile Constant { get; } = new(typeof(ConstantGenerator).Assembly.Location, typeof(ConstantGenerator).FullName!);

    public static GeneratorFile RequestDelegate { get; } = new(
        InPack("Microsoft.AspNetCore.App.Ref", "Microsoft.AspNetCore.Http.RequestDelegateGenerator.dll"),
        "Microsoft.AspNetCore.Http.RequestDelegateGenerator.RequestDelegateGenerator");

    public static GeneratorFile Json { get; } = new(
        InPack("Microsoft.NETCore.App.Ref", "System.Text.Json.SourceGeneration.dll"),
        "System.Text.Json.SourceGeneration.JsonSourceGenerator");

    public static GeneratorFile Mapperly { get; } = new(
        Path.Combine(TestBuild.Value("Riok.Mapperly"), "analyzers", "roslyn5.0", "dotnet", "cs", "Riok.Mapperly.dll"),
        "Riok.Mapperly.MapperGenerator");

    public static GeneratorFile Refit { get; } = new(
        Path.Combine(TestBuild.Value("Refit"), "analyzers", "dotnet", "roslyn4.8", "cs", "InterfaceStubGeneratorV2.dll"),
        "Refit.Generator.InterfaceStubGeneratorV2");

    private static string InPack(string pack, string file) => Path.Combine(TargetingPacks.Folder(pack), "analyzers", "dotnet", "cs", file);
}
