using System.Collections.Immutable;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Values;
using DoOAuth.Catalog.Embedded;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>Calls of methods that say with <c>[DigitalOceanOperation]</c> what they call.</summary>
public sealed class TypedClientTests
{
    private const string Attribute = """

        namespace DoOAuth.Api
        {
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
            internal sealed class DigitalOceanOperationAttribute(string method, string path, params string[] scopes) : Attribute
            {
                public string All => method + path + scopes.Length;
            }
        }
        """;

    private const string Client = """
        using DoOAuth.Api;

        namespace Typed
        {
            public sealed class Root(HttpClient client)
            {
                public Parts Parts => new(client);
            }

            public sealed class Parts(HttpClient client)
            {
                [DigitalOceanOperation("GET", "/v2/droplets", "droplet:read")]
                public Task<string> ListAsync() => client.GetStringAsync("/v2/droplets");

                [DigitalOceanOperation("GET", "/v2/databases/{id}", "database:update")]
                public Task<string> DatabaseAsync() => client.GetStringAsync("/v2/databases/1");

                [DigitalOceanOperation("GET", "/v2/databases/forecast", "snapshot:read")]
                public Task<string> ForecastAsync() => client.GetStringAsync("/v2/databases/forecast");

                [DigitalOceanOperation("DELETE", "/v2/registry", "registry:delete")]
                public Task<string> OldAsync() => client.GetStringAsync("/v2/registry");
            }
        }
        """ + Attribute;

    private static readonly MetadataReference Library = Emit(Client);

    [Theory]
    [InlineData("DropletDeck.Client client", "new Root(client)", DiagnosticSeverity.Error)]
    [InlineData("DigitalOceanClient client", "new Root(client)", DiagnosticSeverity.Error)]
    [InlineData("HttpClient client", "new Root(new HttpClient())", DiagnosticSeverity.Warning)]
    [InlineData("Root root", "root", DiagnosticSeverity.Warning)]
    public async Task A_plain_client_is_a_warning(string parameter, string root, DiagnosticSeverity severity)
    {
        var reports = await ReportsAsync($"""app.MapGet("/x", ({parameter}) => {root}.Parts.ForecastAsync());""");
        var report = Assert.Single(reports, report => report.Id == "DOO102");
        Assert.Equal(severity, report.Severity);
        Assert.Contains("GET /v2/databases/forecast needs the scope 'snapshot:read'", report.GetMessage(), StringComparison.Ordinal);
    }

    // The scopes of the list count, and the attribute's for an operation that is not in it, even where a parameter could have that value.
    [Theory]
    [InlineData("DatabaseAsync", "DOO102", "'database:read'")]
    [InlineData("ForecastAsync", "DOO102", "'snapshot:read'")]
    [InlineData("OldAsync", "DOO105", "deprecated")]
    public async Task The_list_of_operations_comes_first(string method, string rule, string part)
    {
        var reports = await ReportsAsync($"""app.MapGet("/x", (DropletDeck.Client client) => new Root(client).Parts.{method}());""");
        Assert.Contains(part, Assert.Single(reports, report => report.Id == rule).GetMessage(), StringComparison.Ordinal);
        Assert.Equal(rule == "DOO105", reports.Any(report => report.Id == "DOO105"));
    }

    [Fact]
    public async Task A_call_on_DigitalOceans_client_is_told_while_it_is_typed()
    {
        var reports = await ReportsAsync("""app.MapGet("/x", (DropletDeck.Client client) => new Root(client).Parts.ForecastAsync());""");
        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, Assert.Single(reports, report => report.Id == "DOO102").Descriptor.CustomTags);
    }

    [Fact]
    public async Task Scopes_that_no_call_needs_are_reported_beside_a_typed_client()
    {
        var reports = await ReportsAsync("""app.MapGet("/x", (DropletDeck.Client client) => new Root(client).Parts.ListAsync()).RequireDropletRead();""", "[DigitalOceanScope(Scopes.SshKey.Delete)]");
        Assert.Equal(["DOO104"], reports.Select(report => report.Id));
    }

    // What the package of ours says of its methods is read as it is listed.
    [Fact]
    public void Every_operation_has_a_method_in_the_package()
    {
        var compilation = CSharpCompilation.Create("App", references: [.. TargetingPacks.References, MetadataReference.CreateFromFile(typeof(DoOAuth.Api.DigitalOceanApi).Assembly.Location)]);
        var package = compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "DoOAuth.Api");
        var groups = compilation.GetTypeByMetadataName("DoOAuth.Api.DigitalOceanApi")!.GetMembers().OfType<IPropertySymbol>().Select(property => property.Type).Where(TypedClients.Is).ToList();
        var said = groups.SelectMany(group => group.GetMembers().OfType<IMethodSymbol>()).SelectMany(method => DeclaredOperations.Of(method)).ToList();

        Assert.True(DeclaredOperations.MayDeclare(package));
        Assert.True(TypedClients.Is(compilation.GetTypeByMetadataName("DoOAuth.Api.DigitalOceanApi")));
        Assert.Equal(
            BundledCatalogs.Operations.Entries.Select(operation => $"{operation.Method} {operation.Path}: {operation.Scopes}").Order(StringComparer.Ordinal),
            said.Select(operation => $"{operation.Method} {operation.Path}: {operation.Scopes}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(said, operation => Assert.NotNull(BundledCatalogs.OperationIndex.Find(operation.Method, operation.Path)));
    }

    [Fact]
    public async Task Other_attributes_of_this_name_say_nothing()
    {
        const string Other = """
            namespace Elsewhere
            {
                public sealed class DigitalOceanOperationAttribute(string method, string path, params string[] scopes) : Attribute
                {
                    public string All => method + path + scopes.Length;
                }
            }

            namespace DoOAuth.Api
            {
                public sealed class Marker;
            }

            namespace Typed
            {
                public sealed class Root(HttpClient client)
                {
                    [Elsewhere.DigitalOceanOperation("GET", "/v2/images", "image:read")]
                    public Task<string> ListAsync() => client.GetStringAsync("/v2/droplets");
                }
            }
            """;
        var reports = await ReportsAsync("""app.MapGet("/x", (DropletDeck.Client client) => new Root(client).ListAsync()).RequireDropletRead();""", library: Emit(Other));
        Assert.Empty(reports);
    }

    // A package that does not use DoOAuth.
    private static PortableExecutableReference Emit(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create(
            "Typed",
            [CSharpSyntaxTree.ParseText(UserProject.ImplicitUsings + "\nglobal using System.Net.Http;", options), CSharpSyntaxTree.ParseText(source, options)],
            TargetingPacks.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string statement, string scopes = "", MetadataReference? library = null)
    {
        var source = $$"""
            using System.Net.Http;
            using DoOAuth;
            using Typed;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            {{statement}}
            app.Run();

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            {{scopes}}
            static partial class DropletDeck
            {
                public static bool Uses(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read);
            }
            """;
        return await UserProject.DiagnosticsAsync(source, "DOO104", references: ImmutableArray.Create(library ?? Library));
    }
}
