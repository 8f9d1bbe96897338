using System.Globalization;
using System.Text;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>A project with a method for each call.</summary>
internal sealed class CallProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly List<OperationCase> _operations = [];
    private readonly StringBuilder _calls = new();
    private readonly StringBuilder _otherFile = new();

    /// <summary>The operations that are called, one for each line.</summary>
    public IReadOnlyList<OperationCase> Operations => _operations;

    /// <summary>Every operation called in one way.</summary>
    public static CallProject Of(CallShape shape)
    {
        var project = new CallProject();
        foreach (var (number, operation) in OperationCase.All.Index())
        {
            if (shape.Body(operation) is { } body)
            {
                project.Add(operation, body, shape.IsAsync, shape.Members(operation, number), shape.OtherFile(operation, number));
            }
        }

        return project;
    }

    /// <summary>Adds a method on a line of its own. A § in its body stands for the operation's number.</summary>
    public void Add(OperationCase operation, string body, bool isAsync = false, string members = "", string otherFile = "")
    {
        var number = operation.Number.ToString(CultureInfo.InvariantCulture);
        _calls.Append(CultureInfo.InvariantCulture, $"{members} static {(isAsync ? "async Task" : "void")} M{_operations.Count}({operation.Parameters.TrimStart(',', ' ')}) {{ {body.Replace("§", number, StringComparison.Ordinal)} }}\n");
        _otherFile.Append(otherFile).Append('\n');
        _operations.Add(operation);
    }

    /// <summary>What the rules on calls say, by the line of the call.</summary>
    /// <param name="declared">The scopes that the annotated class declares.</param>
    /// <param name="isElsewhere">Whether the same calls go to somebody else: namesakes of our types, and another host.</param>
    public async Task<ILookup<int, Diagnostic>> ReportsAsync(IEnumerable<string> declared, bool isElsewhere = false)
    {
        var calls = $$"""
            namespace Shop;
            static class Calls
            {
                private const string v2 = "v2";
                private const string Address = "https://api.digitalocean.com";
                private static readonly Uri Root = new("https://api.digitalocean.com");
                private static readonly HttpClient anybodys = new();
                private static readonly DigitalOceanClient client = null!;
                private static readonly Deck.Client deck = null!;
                private static readonly OwnClient own = null!;
                private static readonly DigitalOceanClient? maybe;
                private static readonly Holder held = null!;
                private static CancellationToken cancel;
                private static int page;
                private static string queryString = "";
            #line 1 "Calls.cs"
            {{_calls}}
            #line default
            }
            """;
        calls = isElsewhere ? calls.Replace("api.digitalocean.com", "api.example.com", StringComparison.OrdinalIgnoreCase) : calls;
        var scopes = string.Concat(declared.Select(scope => $"[DoOAuth.DigitalOceanScope(\"{scope}\")]\n"));
        var compilation = CSharpCompilation.Create(
            "Shop",
            [
                Parse(UserProject.ImplicitUsings + Usings + (isElsewhere ? "" : "global using DoOAuth;\n")),
                Parse(Types + (isElsewhere ? Namesakes : "")),
                Parse($"namespace Shop;\n[DoOAuth.DigitalOceanOAuth]\n{scopes}partial class DropletDeck;\n"),
                Parse($"namespace Shop;\nstatic class OtherFile\n{{\n{_otherFile}}}\n"),
                Parse(calls),
            ],
            TargetingPacks.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Annotations));
        AssertCompiles(compilation);
        var diagnostics = await compilation
            .WithAnalyzers([new ApiUseAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), OnException, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics
            .Where(diagnostic => diagnostic.Id is "DOO102" or "DOO105")
            .ToLookup(diagnostic => diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line);
    }

    // Compiling all of it would take longer than the test: what is declared, and the first and the last methods, tell as much.
    private static void AssertCompiles(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1];
        var methods = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        var model = compilation.GetSemanticModel(tree);
        Assert.Empty(compilation.GetDeclarationDiagnostics()
            .Concat(methods.Take(2).Concat(methods.TakeLast(2)).SelectMany(method => model.GetDiagnostics(method.FullSpan)))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Take(3));
    }

    private static void OnException(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} failed.", exception);

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private const string Usings = """

        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Text.Json;

        """;

    private const string Types = """
        namespace Shop
        {
            static class Elsewhere { public static string Base { get; set; } = ""; }
            class Deck { public class Client(DigitalOceanClientHandler handler) : DigitalOceanClient(handler); }
            class OwnClient(DigitalOceanClientHandler handler) : Deck.Client(handler);
            record Holder(DigitalOceanClient Client);
        }

        """;

    private const string Namesakes = """
        namespace Shop
        {
            class DigitalOceanClientHandler;
            class DigitalOceanClient(DigitalOceanClientHandler handler) : HttpClient { public DigitalOceanClientHandler Handler => handler; }
        }

        """;
}
