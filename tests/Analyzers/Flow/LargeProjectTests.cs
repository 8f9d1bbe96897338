using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>
/// The work at the compilation's end grows with the project's steps and endpoints, and not with their product: counted, since
/// time says as much about the machine.
/// </summary>
public sealed class LargeProjectTests
{
    private const int Hubs = 100;
    private const int CallsOfHub = 20;

    [Theory]
    [InlineData(200)]
    [InlineData(2_000)]
    public async Task Endpoints_that_share_what_they_reach_are_found_by_one_search(int endpoints)
    {
        var (statistics, reports) = await RunAsync(endpoints);

        // Two scopes are reached, and each step of the project is looked at once for each.
        Assert.Equal(endpoints * 2, reports.Length);
        Assert.Equal(endpoints, statistics.Endpoints);
        Assert.InRange(statistics.Edges, endpoints, 2 * ((Hubs * CallsOfHub) + (3 * endpoints) + Hubs));
        Assert.InRange(statistics.Builders, endpoints, 4 * endpoints);
    }

    [Fact]
    public async Task Nothing_is_searched_where_nothing_is_called()
    {
        var (statistics, reports) = await RunAsync(200, calls: "public static Task<string> Call(DigitalOceanClient client) => Task.FromResult(\"\");");
        Assert.Empty(reports);
        Assert.Equal(0, statistics.Edges);
    }

    // Every hub calls twenty others, in circles; one of them makes the calls. Every endpoint goes through a method of its own to a hub.
    private static string Source(int endpoints, string calls) => $$"""
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapAll();
        app.Run();

        static class Endpoints
        {
            public static void MapAll(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/all").WithTags("all");
                {{string.Concat(Enumerable.Range(0, endpoints).Select(number => $"group.MapGet(\"/{number}\", Handle{number});\n"))}}
            }

            {{string.Concat(Enumerable.Range(0, endpoints).Select(number => $"private static Task<string> Handle{number}(DigitalOceanClient client) => Hubs.Hub{number % Hubs}(client);\n"))}}
        }

        static class Hubs
        {
            {{string.Concat(Enumerable.Range(0, Hubs).Select(hub =>
                $"public static async Task<string> Hub{hub}(DigitalOceanClient client) => {string.Join(" + ", Enumerable.Range(1, CallsOfHub).Select(step => $"await Hub{(hub + (step * step)) % Hubs}(client)"))}{(hub == 0 ? " + await Call(client)" : "")};\n"))}}
            {{calls}}
        }

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.SshKey.Read)]
        public static partial class DropletDeck;
        """;

    private static async Task<(ProjectStatistics Statistics, ImmutableArray<Diagnostic> Reports)> RunAsync(
        int endpoints,
        string calls = "public static async Task<string> Call(DigitalOceanClient client) => await client.GetStringAsync(\"/v2/droplets\") + await client.GetStringAsync(\"/v2/account/keys\");")
    {
        ProjectStatistics? statistics = null;
        var compilation = UserProject.Compile(Source(endpoints, calls));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reports = await compilation.WithAnalyzers([new CountingAnalyzer(joined => statistics = joined)]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(reports.Where(report => report.Id == "AD0001"));
        return (statistics!, [.. reports.Where(report => report.Id == "DOO103")]);
    }

#pragma warning disable RS1001, RS1036 // It counts for this test alone, and is never loaded by a compiler.
    private sealed class CountingAnalyzer(Action<ProjectStatistics> joined) : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new ApiUseAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(start =>
            {
                var applications = ApplicationSet.Of(start.Compilation, start.CancellationToken);
                var reader = ApiCallReader.OfFiles(applications);
                var flow = ProjectAnalysis.Start(start, applications, joined);
                start.RegisterOperationAction(
                    operation => flow!.Read((IInvocationOperation)operation.Operation, operation.ContainingSymbol, reader.Read((IInvocationOperation)operation.Operation)),
                    OperationKind.Invocation);
            });
        }
    }
}
