using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Generators.Apps;

/// <summary>An app for a generator: files that are the same in every app, and one whose contents are of the generator's own kind.</summary>
/// <param name="Name">What the tables call the generator.</param>
/// <param name="Generator">The generator.</param>
/// <param name="AnnotatedText">The file that the generator reads.</param>
internal sealed record GeneratorApp(string Name, GeneratorFile Generator, string AnnotatedText)
{
    /// <summary>How many things each app's annotated file holds: scopes, endpoints, types, methods.</summary>
    public const int Items = 20;

    /// <summary>The file that the generator reads.</summary>
    public const string AnnotatedFile = "Annotated.cs";

    /// <summary>One of the others.</summary>
    public const string OtherFile = "Other0.cs";

    private const int OtherFiles = 99;

    /// <summary>What the app references beside .NET, ASP.NET Core and DoOAuth.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>How its files are parsed: what ASP.NET Core generates intercepts calls.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.CSharp14)
        .WithFeatures([new("InterceptorsNamespaces", "Microsoft.AspNetCore.Http.Generated")]);

    /// <summary>All files, by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Usings.cs"] = WebUsings.Text,
        [AnnotatedFile] = AnnotatedText,
    }.Concat(Enumerable.Range(0, OtherFiles).Select(Other)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Everything that the app references.</summary>
    public IEnumerable<MetadataReference> References => TargetingPacks.References.Concat(Packages.Select(path => MetadataReference.CreateFromFile(path)));

    /// <summary>What the generator emits for it.</summary>
    /// <exception cref="InvalidOperationException">It emits nothing, or the app does not compile with it: then nothing would be measured that users have.</exception>
    public static void Check(string name, GeneratorDriver driver, Compilation compilation)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out var diagnostics);
        var problems = diagnostics.Concat(withGenerated.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10).ToList();
        if (problems.Count > 0 || withGenerated.SyntaxTrees.Count() == compilation.SyntaxTrees.Count())
        {
            throw new InvalidOperationException($"The app of \"{name}\" does not compile, or nothing is generated for it:\n{string.Join('\n', problems)}");
        }
    }

    /// <summary>The app, parsed.</summary>
    public CSharpCompilation ToCompilation() => CSharpCompilation.Create(
        "Sample",
        Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static KeyValuePair<string, string> Other(int number)
    {
        var text = Analyzers.OtherFile.Text(number, SampleProject.MethodsPerFile);
        var begin = text.IndexOf("public sealed record", StringComparison.Ordinal);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"Other{number}.cs"),
            TypingPlaces.In("using System.Globalization;\nusing System.Text;\n", text[begin..], string.Create(CultureInfo.InvariantCulture, $"Place{number}")));
    }
}
