using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Names;
using DoOAuth.Catalog;
using DoOAuth.Shapes;
using DoOAuth.Templates.Staging;
using DoOAuth.Templates.Tests.Engine;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth-endpoint</c>.</summary>
public sealed class EndpointItemTests(InProcessEngine engine, TemplateHive hive) : IClassFixture<InProcessEngine>, IClassFixture<TemplateHive>
{
    private static readonly ScopeCatalog Scopes = ScopeCatalog.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "scopes.tsv")));

    private static IReadOnlyList<OperationEntry> Operations { get; } =
        [.. OperationSymbols.Offered(OperationCatalog.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "operations.tsv")), Scopes))];

    private static readonly Lazy<ClientModel> Client = new(() =>
    {
        string Data(string name) => File.ReadAllText(Path.Combine(Repository.Root, "data", name));
        return ModelBuilder.Build(
            OperationCatalog.Parse(Data("operations.tsv"), Scopes), ShapeCatalog.Parse(Data("shapes.tsv")), AnswerCatalog.Parse(Data("answers.tsv")),
            new Naming(NameTable.Parse(Data("api-names.tsv")), tags: null));
    });

    [Fact]
    public void Every_operation_becomes_code_that_parses() => Assert.All(Operations, operation =>
    {
        var code = Code(operation);

        Assert.DoesNotContain(CSharpSyntaxTree.ParseText(code).GetDiagnostics(), problem => problem.Severity >= DiagnosticSeverity.Warning);
        Assert.Contains($"<c>{operation.Method} {operation.Path}</c> ({operation.OperationId})", code, StringComparison.Ordinal);
        Assert.Contains($"Map{Name(operation)}(this IEndpointRouteBuilder endpoints)", code, StringComparison.Ordinal);
    });

    // Through the template engine, which has a table with all of them: the first, the last, and some between.
    [Fact]
    public async Task The_template_writes_the_code_of_the_operation()
    {
        foreach (var operation in Operations.Where((_, index) => index % 100 == 0).Append(Operations[^1]))
        {
            var (name, source) = Assert.Single((await CreateAsync(operation)).Files);

            Assert.Equal($"{Name(operation)}.cs", name);
            Assert.EndsWith($"namespace MyApp;\n\n{Code(operation)}\n", source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_has_a_name_of_its_own_where_one_is_given()
    {
        var item = await engine.CreateAsync("do-oauth-endpoint", "My Droplet", new Dictionary<string, string?> { ["operation"] = "droplets_get" });

        var source = item.Files["My Droplet.cs"];
        Assert.Contains("class My_Droplet", source, StringComparison.Ordinal);
        Assert.Contains(".MapGet(\"/v2/droplets/{dropletId}\", AnswerAsync)", source, StringComparison.Ordinal);
        Assert.Contains("app.MapMy_Droplet();", item.Instructions, StringComparison.Ordinal);
        Assert.Contains("[DigitalOceanScope(Scopes.Droplet.Read)]", item.Instructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_operations_become_a_file_each()
    {
        var item = await engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = "droplets_list|domains_delete|droplets_get" });

        Assert.Equal(["DomainsDelete.cs", "DropletsGet.cs", "DropletsList.cs"], item.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("    app.MapDropletsList();\n    app.MapDomainsDelete();\n    app.MapDropletsGet();\n", item.Instructions, StringComparison.Ordinal);
        Assert.Contains("    [DigitalOceanScope(Scopes.Domain.Delete)]\n    [DigitalOceanScope(Scopes.Droplet.Read)]", item.Instructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_ones_own_is_that_of_a_single_operation()
    {
        var item = await engine.CreateAsync("do-oauth-endpoint", "Mine", new Dictionary<string, string?> { ["operation"] = "droplets_list|droplets_get" });

        Assert.Equal(["DropletsGet.cs", "DropletsList.cs"], item.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_operations_than_there_are_files_become_none_and_a_message()
    {
        var operations = Operations.Take(EndpointFiles.Most + 1).Select(operation => operation.OperationId).ToList();
        var most = await engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = string.Join('|', operations.SkipLast(1)) });
        var more = await engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = string.Join('|', operations) });

        Assert.Equal(EndpointFiles.Most, most.Files.Count);
        Assert.Empty(more.Files);
        Assert.Contains("choose at most 10 operations at once", more.Instructions, StringComparison.Ordinal);
    }

    // What the description has a type for is never any JSON.
    [Fact]
    public async Task An_endpoint_answers_with_the_types_of_the_operation()
    {
        var item = await engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = "droplets_list|domains_update|droplets_destroy" });

        Assert.Contains("Results<JsonHttpResult<global::DoOAuth.Api.Models.AllDropletsAnswer>, ProblemHttpResult>", item.Files["DropletsList.cs"], StringComparison.Ordinal);
        Assert.Contains("[FromQuery(Name = \"tag_name\")] string? tagName", item.Files["DropletsList.cs"], StringComparison.Ordinal);
        Assert.Contains("Results<NoContent, ProblemHttpResult>", item.Files["DropletsDestroy.cs"], StringComparison.Ordinal);
        Assert.All(item.Files.Values, source => Assert.DoesNotContain("JsonElement", source, StringComparison.Ordinal));
    }

    // One for each verb, for several guards, and for none.
    [Fact]
    public Task Endpoints_compile_without_a_warning_beside_their_declared_scopes() => BuildAsync("Some", [.. Operations.Where(operation => operation.OperationId
        is "droplets_list" or "droplets_get" or "droplets_create" or "droplets_destroy" or "domains_update" or "databases_patch_config" or "oneClicks_list"
        or "oneClicks_install_kubernetes" or "invoices_get_csvByUUID" or "invoices_get_pdfByUUID" or "kubernetes_get_kubeconfig" or "apps_list_deployments" or "reservedIPv6_create" or "tags_create" or "databases_list_options" or "images_delete" or "sizes_list" || operation.Scopes.AllOf.Count > 4)]);

    [LongFact]
    public Task Every_endpoint_compiles_without_a_warning() => BuildAsync("AllOperations", Operations);

    private Task<TemplateOutput> CreateAsync(OperationEntry operation) =>
        engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = operation.OperationId });

    private static string Name(OperationEntry operation) => ScopeName.ToPascalCase(operation.OperationId);

    private static string Code(OperationEntry operation) =>
        string.Join('\n', new EndpointCode(
                Client.Value.Operations.Single(known => known.Entry.OperationId == operation.OperationId), new OperationText(operation), EndpointCode.Models(Client.Value)).Lines())
            .Replace(EndpointCode.TypeName, Name(operation), StringComparison.Ordinal)
            .Replace(EndpointCode.MethodName, Name(operation), StringComparison.Ordinal);

    private async Task BuildAsync(string name, IReadOnlyList<OperationEntry> operations)
    {
        await hive.NewAsync(hive.Apps, "web", "-n", name);
        var api = Path.Combine(hive.Apps, name);
        await hive.NewAsync(api, "do-oauth-app");

        // Adds the package of the typed client, as for a user.
        await hive.NewAsync(api, "do-oauth-endpoint", "--operation", operations[0].OperationId);
        var declared = operations.SelectMany(operation => operation.Scopes.AllOf.Select(anyOf => anyOf[0])).Distinct(StringComparer.Ordinal)
            .Select(scope => $"[DigitalOceanScope({ScopeConstant.Of(scope)}, Optional = true)]");
        var deck = Path.Combine(api, $"{name}Deck.cs");
        await File.WriteAllTextAsync(deck, (await File.ReadAllTextAsync(deck)).Replace("[DigitalOceanOAuth]", $"[DigitalOceanOAuth]\n{string.Join('\n', declared)}", StringComparison.Ordinal));
        var maps = new List<string>();
        var header = Assert.Single((await CreateAsync(operations[0])).Files).Value.Split("namespace MyApp;")[0];
        foreach (var operation in operations)
        {
            await File.WriteAllTextAsync(Path.Combine(api, $"{Name(operation)}.cs"), $"{header}namespace {name};\n\n{Code(operation)}\n");
            maps.Add($"app.Map{Name(operation)}();");
        }

        // An app can have types of the same names.
        await File.WriteAllTextAsync(Path.Combine(api, "OwnTypes.cs"), $"""
            namespace {name};

            public sealed record Droplet(string Name);

            public sealed record Domain(string Name);

            public sealed record Size(string Name);
            """);
        await File.WriteAllTextAsync(Path.Combine(api, "Program.cs"), $"""
            using {name};

            var builder = WebApplication.CreateBuilder(args);
            builder.Add{name}Deck();
            var app = builder.Build();
            app.Map{name}Deck();
            {string.Join('\n', maps)}
            app.Run();
            """);
        await Dotnet.RunAsync(api, "build", "-warnaserror", "-v", "q", "--nologo");
    }
}
