using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests;

/// <summary>A compiler loads what an analyzer needs from beside it or not at all, and says so in a warning that few read.</summary>
public sealed class PackedFileTests
{
    // Fixes run in editors alone, which have these.
    private static readonly string[] Editor = ["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel"];

    private static string CompilerOfNetFramework { get; } = typeof(PackedFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(CompilerOfNetFramework)).Value!;

    [Fact]
    public void Only_our_own_files_are_packed() => Assert.Equal(
        ["DoOAuth.Analyzers", "DoOAuth.CodeFixes", "DoOAuth.Generator"],
        AnalyzerFiles.All.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    /// <summary>Also for a compiler on .NET Framework: what the compiler for it needs itself, in the versions that it names, is what it has.</summary>
    [Fact]
    public void Whatever_a_packed_file_needs_is_packed_or_the_compiler_s_and_new_enough()
    {
        var compiler = Read(CompilerOfNetFramework);
        var there = AnalyzerFiles.All.Select(Read).Append(compiler).Select(assembly => (assembly.Name, assembly.Version))
            .Concat(compiler.Needs)
            .Append(("Microsoft.CodeAnalysis.CSharp", compiler.Version))
            .ToDictionary(assembly => assembly.Item1, assembly => assembly.Item2);

        foreach (var (name, _, needs) in AnalyzerFiles.All.Select(Read))
        {
            Assert.All(needs.Where(need => name != "DoOAuth.CodeFixes" || !Editor.Contains(need.Name)), need =>
            {
                Assert.True(there.TryGetValue(need.Name, out var version), $"{name} needs {need.Name} {need.Version}, which is neither packed nor the compiler's.");
                Assert.True(version >= need.Version, $"{name} needs {need.Name} {need.Version}, but there is only {version}.");
            });
        }
    }

    [Fact]
    public void No_packed_file_asks_for_a_newer_compiler_than_that_of_the_first_NET_10_SDK()
    {
        Assert.All(
            AnalyzerFiles.All.SelectMany(file => Read(file).Needs).Where(need => need.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            need => Assert.Equal(new Version(5, 0, 0, 0), need.Version));
    }

    private static (string Name, Version Version, IReadOnlyList<(string Name, Version Version)> Needs) Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var definition = metadata.GetAssemblyDefinition();
        return (
            metadata.GetString(definition.Name),
            definition.Version,
            [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))]);
    }
}
