using System.Collections.Immutable;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Cases;

/// <summary>
/// A whole program of one or several files, compiled as the web SDK does. Folders that begin with a digit are libraries, and <c>Packages.txt</c>
/// lists the assemblies of packages that it references.
/// </summary>
internal sealed class CaseProgram
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly char[] Digits = [.. "0123456789-"];

    private static readonly string Folder = Path.Combine(TestBuild.RepositoryRoot, "tests", "Analyzers", "Cases", "Programs");

    private readonly Dictionary<string, string> _files;

    private CaseProgram(string name) => _files = Directory.EnumerateFiles(Path.Combine(Folder, name), "*.*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText);

    /// <summary>The names of all programs.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>The program in a folder.</summary>
    public static CaseProgram Of(string name) => new(name);

    /// <summary>What the files say has to be reported. What Razor generates repeats the marks of its page.</summary>
    public IEnumerable<CaseMark> Marks => _files.Where(file => !file.Key.EndsWith(".g.cs", StringComparison.Ordinal)).SelectMany(file => CaseMark.Of(file.Key, file.Value));

    private IEnumerable<string> Packages => _files.Where(file => file.Key.EndsWith("/Packages.txt", StringComparison.Ordinal))
        .SelectMany(file => file.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>What the rules on calls and guards say.</summary>
    public async Task<ImmutableArray<Diagnostic>> ReportsAsync()
    {
        var files = _files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).ToLookup(file => LibraryOf(file.Key));
        var references = TargetingPacks.References.AddRange(Packages.Select(assembly => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, assembly))));
        foreach (var library in files.Where(library => library.Key.Length > 0).OrderBy(library => library.Key, StringComparer.Ordinal))
        {
            references = references.Add(Emit(WithGenerated(Compile(library.Key.TrimStart(Digits), library, OutputKind.DynamicallyLinkedLibrary, references))));
        }

        var withGenerated = WithGenerated(Compile("Cases", files[""], OutputKind.ConsoleApplication, references));
        Assert.Empty(withGenerated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await withGenerated.WithAnalyzers(UserProject.EveryRule).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Id == "AD0001"));
        return diagnostics.RemoveAll(diagnostic => !diagnostic.Id.StartsWith("DOO10", StringComparison.Ordinal));
    }

    // The folder of a library begins with its place in the order of the builds; all other files are the program's.
    private static string LibraryOf(string file) => file.Split('/') is [_, var folder, _, ..] && char.IsDigit(folder[0]) ? folder : "";

    private static Compilation WithGenerated(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator(), new ProjectGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out var diagnostics);
        Assert.Empty(diagnostics);
        return withGenerated;
    }

    private static CSharpCompilation Compile(
        string assembly, IEnumerable<KeyValuePair<string, string>> files, OutputKind kind, ImmutableArray<MetadataReference> references) => CSharpCompilation.Create(
            assembly,
            [
                CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs"),
                .. files.Select(file => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key)),
            ],
            references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private const string Usings = UserProject.ImplicitUsings + """

        global using System.IO;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Logging;
        """;
}
