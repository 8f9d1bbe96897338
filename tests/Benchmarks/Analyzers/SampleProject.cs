using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>A large project as users write it: services that call DigitalOcean, guarded endpoints that call the services, and other code.</summary>
internal sealed class SampleProject
{
    /// <summary>How many methods are in each file, where nothing else is said.</summary>
    public const int MethodsPerFile = 20;

    /// <summary>How its files are parsed.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>A file of its own to type into, see <see cref="TypingPlaces"/>.</summary>
    public const string TypedFile = "Typed.cs";

    private SampleProject(CSharpCompilation source, Compilation compilation, string description)
    {
        Source = source;
        Compilation = compilation;
        Description = description;
    }

    /// <summary>The project, before anything is generated for it.</summary>
    public CSharpCompilation Source { get; }

    /// <summary>The project, with what is generated for it.</summary>
    public Compilation Compilation { get; }

    /// <summary>What is in it.</summary>
    public string Description { get; }

    /// <summary>Writes and compiles it.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile: then it would measure nothing that users have.</exception>
    public static SampleProject Create(SampleSize size)
    {
        var services = Enumerable.Range(0, size.Services).Select(number => new ServiceFile(number, size.MethodsPerFile)).ToList();
        var files = services.Select(service => service.Text)
            .Concat(Enumerable.Range(0, size.EndpointFiles).Select(number => EndpointFile.Text(number, services, size.MethodsPerFile)))
            .Concat(Enumerable.Range(0, size.OtherFiles).Select(number => OtherFile.Text(number, size.MethodsPerFile)))
            .Select((text, number) => Parse(string.Create(CultureInfo.InvariantCulture, $"File{number}.cs"), text))
            .ToList();
        return Compile(
            files,
            string.Join('\n', Enumerable.Range(0, size.Services).Select(number => $"builder.Services.AddScoped<IService{number}, Service{number}>();")),
            string.Join('\n', Enumerable.Range(0, size.EndpointFiles).Select(number => $"app.MapArea{number}();")),
            Describe(files, services));
    }

    /// <summary>Writes and compiles a project of endpoints alone, each of which calls an operation and has its guards.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile.</exception>
    public static SampleProject OfEndpoints(int count) => OfEndpoints(count, MethodsPerFile);

    /// <summary>The same with all endpoints in one method, as in a program of top-level statements.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile.</exception>
    public static SampleProject OfEndpointsInOneMethod(int count) => OfEndpoints(count, count);

    private static SampleProject OfEndpoints(int count, int perMethod)
    {
        var files = Enumerable.Range(0, count).Chunk(perMethod)
            .Select((numbers, file) => Parse(string.Create(CultureInfo.InvariantCulture, $"File{file}.cs"), GuardedCalls.Text(file, numbers)))
            .ToList();
        return Compile(
            files,
            "",
            string.Join('\n', files.Select((_, file) => $"app.MapCalls{file}();")),
            string.Create(CultureInfo.InvariantCulture, $"{count} guarded endpoints"));
    }

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, name);

    private static SampleProject Compile(IReadOnlyList<SyntaxTree> files, string services, string endpoints, string description)
    {
        var source = CSharpCompilation.Create(
            "Sample",
            [.. files, Parse("Usings.cs", WebUsings.Text), Parse("Program.cs", Program(services, endpoints)), Parse(TypedFile, TypingPlaces.In("", "", "Typed"))],
            TargetingPacks.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(source, out var withGenerated, out _);
        var problems = withGenerated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10).ToList();

        // The copy has nothing bound: what was bound to look for problems would slow down every later garbage collection.
        return problems.Count == 0
            ? new SampleProject(source, withGenerated.Clone(), description)
            : throw new InvalidOperationException($"The sample does not compile:\n{string.Join('\n', problems)}");
    }

    private static string Describe(List<SyntaxTree> files, List<ServiceFile> services)
    {
        var methods = files.Sum(file => file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Count(method => method.Parent is ClassDeclarationSyntax));
        return string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {methods} methods, {services.Sum(service => service.Calls)} calls of {SampleOperation.All.Count} operations");
    }

    private static string Program(string services, string endpoints)
    {
        var scopes = SampleOperation.All.SelectMany(operation => operation.Scopes).Distinct().Order(StringComparer.Ordinal);
        return $$"""
            using DoOAuth;
            using Sample;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDeck();
            {{services}}
            var app = builder.Build();
            app.MapDeck();
            {{endpoints}}
            app.Run();

            namespace Sample
            {
                [DigitalOceanOAuth]
            {{string.Join('\n', scopes.Select(scope => $"    [DigitalOceanScope({SampleOperation.Constant(scope)})]"))}}
                public static partial class Deck;
            }
            """;
    }
}
