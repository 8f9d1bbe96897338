using DoOAuth.Catalog;
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

    [Fact]
    public async Task Every_operation_becomes_a_file_that_parses()
    {
        foreach (var operation in Operations)
        {
            var (name, source) = Assert.Single((await CreateAsync(operation)).Files);

            Assert.Equal($"{ScopeName.ToPascalCase(operation.OperationId)}.cs", name);
            Assert.DoesNotContain(CSharpSyntaxTree.ParseText(source).GetDiagnostics(), problem => problem.Severity >= DiagnosticSeverity.Warning);
            Assert.DoesNotContain("DoOAuthEndpoint", source, StringComparison.Ordinal);
            Assert.Contains($"<c>{operation.Method} {operation.Path}</c> ({operation.OperationId})", source, StringComparison.Ordinal);
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

    // One for each verb, for several guards, and for none.
    [Fact]
    public Task Endpoints_compile_without_a_warning_beside_their_declared_scopes() => BuildAsync("Some", [.. Operations.Where(operation => operation.OperationId
        is "droplets_list" or "droplets_get" or "droplets_create" or "droplets_destroy" or "domains_update" or "databases_patch_config" or "oneClicks_list"
        or "oneClicks_install_kubernetes" or "images_delete" or "sizes_list" || operation.Scopes.AllOf.Count > 4)]);

    [LongFact]
    public Task Every_endpoint_compiles_without_a_warning() => BuildAsync("AllOperations", Operations);

    private Task<TemplateOutput> CreateAsync(OperationEntry operation) =>
        engine.CreateAsync("do-oauth-endpoint", name: null, new Dictionary<string, string?> { ["operation"] = operation.OperationId });

    private async Task BuildAsync(string name, IReadOnlyList<OperationEntry> operations)
    {
        await hive.NewAsync(hive.Apps, "web", "-n", name);
        var api = Path.Combine(hive.Apps, name);
        await hive.NewAsync(api, "do-oauth-app");
        var declared = operations.SelectMany(operation => operation.Scopes.AllOf.Select(anyOf => anyOf[0])).Distinct(StringComparer.Ordinal)
            .Select(scope => $"[DigitalOceanScope({ScopeConstant.Of(scope)}, Optional = true)]");
        var deck = Path.Combine(api, $"{name}Deck.cs");
        await File.WriteAllTextAsync(deck, (await File.ReadAllTextAsync(deck)).Replace("[DigitalOceanOAuth]", $"[DigitalOceanOAuth]\n{string.Join('\n', declared)}", StringComparison.Ordinal));
        var maps = new List<string>();
        foreach (var operation in operations)
        {
            var (file, source) = Assert.Single((await CreateAsync(operation)).Files);
            await File.WriteAllTextAsync(Path.Combine(api, file), source.Replace("namespace MyApp;", $"namespace {name};", StringComparison.Ordinal));
            maps.Add($"app.Map{Path.GetFileNameWithoutExtension(file)}();");
        }

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
