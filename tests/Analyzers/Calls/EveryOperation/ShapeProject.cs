using System.Collections.Immutable;
using System.Text;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>A project in which every operation is called in one way, a method for each.</summary>
internal sealed class ShapeProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private readonly Dictionary<int, OperationCase> _lines = [];
    private readonly string _calls;
    private readonly string _otherFile;

    public ShapeProject(CallShape shape)
    {
        var (calls, other, line) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var (number, operation) in OperationCase.All.Index())
        {
            if (shape.Body(operation) is not { } body)
            {
                continue;
            }

            var members = shape.Members(operation, number).Replace("\n", " ", StringComparison.Ordinal);
            var method = $"public static async Task M{number}<T>(DigitalOceanClient client, Deck.Client deck, OwnClient own, DigitalOceanClient? maybe, Holder held, T typed, "
                + $"CancellationToken cancel, int page, string queryString{operation.Parameters}) where T : DigitalOceanClient {{ {body.Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)} }}";
            calls.Append(members).Append(' ').Append(method).Append('\n');
            other.Append(shape.OtherFile(operation, number)).Append('\n');
            _lines.Add(line++, operation);
        }

        _calls = calls.ToString();
        _otherFile = other.ToString();
    }

    /// <summary>The operations that are called.</summary>
    public IReadOnlyCollection<OperationCase> Operations => _lines.Values;

    /// <summary>What the rules on calls say, each with the operation of its line.</summary>
    /// <param name="declared">The scopes that the annotated class declares.</param>
    /// <param name="isElsewhere">Whether the same calls go to somebody else: namesakes of our types, and another host.</param>
    public async Task<ILookup<OperationCase, Diagnostic>> ReportsAsync(IEnumerable<string> declared, bool isElsewhere = false)
    {
        var calls = $$"""
            namespace Shop;
            static class Calls
            {
                private const string v2 = "v2";
                private const string Address = "https://api.digitalocean.com";
                private static readonly Uri Root = new("https://api.digitalocean.com");
                private static readonly HttpClient anybodys = new();
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
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5));

        var diagnostics = await compilation
            .WithAnalyzers([new ApiUseAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), OnException, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics
            .Where(diagnostic => diagnostic.Id is "DOO102" or "DOO105")
            .ToLookup(diagnostic => _lines[diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line]);
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
