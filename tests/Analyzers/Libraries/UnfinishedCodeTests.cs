using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Analyzers.Tests.Libraries;

/// <summary>A library is described also while its code does not compile: an editor may ask at any time.</summary>
public sealed class UnfinishedCodeTests
{
    private const int Cuts = 12;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly string Programs = Path.Combine(TestBuild.RepositoryRoot, "tests", "Analyzers", "Cases", "Programs");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Programs, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Programs, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Code_that_breaks_off_anywhere_is_described(string file)
    {
        var text = File.ReadAllText(Path.Combine(Programs, file));
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var source = text[..(text.Length * cut / Cuts)];
            var library = CSharpCompilation.Create(
                "Library",
                [CSharpSyntaxTree.ParseText(UserProject.ImplicitUsings, ParseOptions), CSharpSyntaxTree.ParseText(source, ParseOptions)],
                TargetingPacks.References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            var run = CSharpGeneratorDriver.Create([new ProjectGenerator().AsSourceGenerator()], parseOptions: ParseOptions).RunGenerators(library).GetRunResult();

            Assert.Null(run.Results.Single().Exception);
            Assert.Contains(run.GeneratedTrees, tree => tree.FilePath.EndsWith("DoOAuth.Library.g.cs", StringComparison.Ordinal));
        }
    }
}
