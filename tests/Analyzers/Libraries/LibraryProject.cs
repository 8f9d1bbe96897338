using System.Collections.Immutable;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Analyzers.Tests.Libraries;

/// <summary>A library as its own build compiles it, with the description that the build adds.</summary>
internal static class LibraryProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The lines of the description.</summary>
    public static IReadOnlyList<string> Describe(string source, params IEnumerable<MetadataReference> libraries)
    {
        var built = Build("Library", source, libraries);
        return built.SyntaxTrees.SingleOrDefault(tree => tree.FilePath.EndsWith("DoOAuth.Library.g.cs", StringComparison.Ordinal)) is { } tree
            ? [.. tree.ToString().Split('\n').Where(line => line.StartsWith('['))]
            : [];
    }

    /// <summary>Builds a library that others can reference.</summary>
    public static MetadataReference Emit(string name, string source, params IEnumerable<MetadataReference> libraries)
    {
        using var image = new MemoryStream();
        Assert.True(Build(name, source, libraries).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static Compilation Build(string name, string source, IEnumerable<MetadataReference> libraries)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(UserProject.ImplicitUsings + "\nglobal using System.Net.Http;", ParseOptions, "Usings.cs"), CSharpSyntaxTree.ParseText(source, ParseOptions, "Code.cs")],
            TargetingPacks.References.AddRange(libraries.ToImmutableArray()),
            new CSharpCompilationOptions(ProgramFile.OutputKindOf(source), nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator(), new ProjectGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var built, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(built.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return built;
    }
}
