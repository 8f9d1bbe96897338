using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>A large project as users write it: services that call DigitalOcean, guarded endpoints that call the services, and other code.</summary>
internal sealed class SampleProject
{
    /// <summary>How many methods are in each file.</summary>
    public const int MethodsPerFile = 20;

    private const int Services = 150;
    private const int Endpoints = 75;
    private const int Others = 75;

    // Those of Microsoft.NET.Sdk.Web.
    private static readonly string ImplicitUsings = string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
            "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
            "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        }.Select(name => $"global using {name};\n"));

    private SampleProject(Compilation compilation, string description)
    {
        Compilation = compilation;
        Description = description;
    }

    /// <summary>The project, with what is generated for it.</summary>
    public Compilation Compilation { get; }

    /// <summary>What is in it.</summary>
    public string Description { get; }

    /// <summary>Writes and compiles it.</summary>
    /// <exception cref="InvalidOperationException">The code does not compile: then it would measure nothing that users have.</exception>
    public static SampleProject Create()
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp14);
        var services = Enumerable.Range(0, Services).Select(number => new ServiceFile(number)).ToList();
        var files = services.Select(service => service.Text)
            .Concat(Enumerable.Range(0, Endpoints).Select(number => EndpointFile.Text(number, services)))
            .Concat(Enumerable.Range(0, Others).Select(OtherFile.Text))
            .Select((text, number) => CSharpSyntaxTree.ParseText(text, parseOptions, string.Create(CultureInfo.InvariantCulture, $"File{number}.cs")))
            .ToList();
        var compilation = CSharpCompilation.Create(
            "Sample",
            [.. files, CSharpSyntaxTree.ParseText(ImplicitUsings, parseOptions, "Usings.cs"), CSharpSyntaxTree.ParseText(Program(), parseOptions, "Program.cs")],
            TargetingPacks.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var withGenerated, out _);
        var problems = withGenerated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(10).ToList();
        return problems.Count == 0
            ? new SampleProject(withGenerated, Describe(files, services))
            : throw new InvalidOperationException($"The sample does not compile:\n{string.Join('\n', problems)}");
    }

    private static string Describe(List<SyntaxTree> files, List<ServiceFile> services)
    {
        var methods = files.Sum(file => file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Count(method => method.Parent is ClassDeclarationSyntax));
        return string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {methods} methods, {services.Sum(service => service.Calls)} calls of {SampleOperation.All.Count} operations");
    }

    private static string Program()
    {
        var scopes = SampleOperation.All.SelectMany(operation => operation.Scopes).Distinct().Order(StringComparer.Ordinal);
        var numbers = (int count) => Enumerable.Range(0, count);
        return $$"""
            using DoOAuth;
            using Sample;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDeck();
            {{string.Join('\n', numbers(Services).Select(number => $"builder.Services.AddScoped<IService{number}, Service{number}>();"))}}
            var app = builder.Build();
            app.MapDeck();
            {{string.Join('\n', numbers(Endpoints).Select(number => $"app.MapArea{number}();"))}}
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
