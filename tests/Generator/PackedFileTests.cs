using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests;

/// <summary>A compiler loads what an analyzer needs from beside it or not at all, and says so in a warning that few read.</summary>
public sealed class PackedFileTests
{
    // What every compiler that can load the generator has of its own.
    private static readonly string[] Compiler =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Reflection.Metadata"];

    [Fact]
    public void Whatever_a_packed_file_needs_is_packed_too_and_new_enough()
    {
        var packed = AnalyzerFiles.All.Select(Read).ToDictionary(assembly => assembly.Name, assembly => assembly);

        Assert.Contains("DoOAuth.Generator", packed.Keys);
        Assert.Contains("Scriban.Signed", packed.Keys);
        foreach (var (name, version, needs) in packed.Values)
        {
            Assert.All(needs.Where(need => !Compiler.Contains(need.Name)), need =>
            {
                Assert.True(packed.TryGetValue(need.Name, out var there), $"{name} {version} needs {need.Name} {need.Version}, which is not packed.");
                Assert.True(there.Version >= need.Version, $"{name} {version} needs {need.Name} {need.Version}, but {there.Version} is packed.");
            });
        }
    }

    [Fact]
    public void The_compiler_itself_is_not_packed() =>
        Assert.DoesNotContain(AnalyzerFiles.All, file => Compiler.Contains(Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void The_generator_asks_for_no_newer_compiler_than_that_of_the_first_NET_10_SDK()
    {
        var generator = AnalyzerFiles.All.Select(Read).Single(assembly => assembly.Name == "DoOAuth.Generator");

        Assert.All(
            generator.Needs.Where(need => need.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
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
