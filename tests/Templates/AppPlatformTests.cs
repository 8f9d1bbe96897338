using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.ApiDescription;
using DoOAuth.Catalog;
using DoOAuth.Shapes;
using DoOAuth.Templates.Tests.Combinations;
using DoOAuth.Templates.Tests.Engine;
using DoOAuth.Templates.Tests.Scaffolding;
using Json.Schema;
using YamlDotNet.RepresentationModel;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth --deploy app-platform</c>: the app specification, by DigitalOcean's own schema as far as it is in the data.</summary>
public sealed class AppPlatformTests(InProcessEngine engine) : IClassFixture<InProcessEngine>
{
    private static readonly Lazy<JsonSchema> Schema = new(ReadSchema);

    private static readonly string[] PlainScalars = ["instance_count", "http_port", "production", "deploy_on_push"];

    public static TheoryData<string, string> Names => new()
    {
        { "Reef", "reef" },
        { "Acme.Reef", "acme-reef" },
        { "2fast.Api", "fast-api" },
        { "A & B", "a-b" },
        { "X", "app-x" },
        { "珊瑚礁", "app" },
        { "Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsge" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_specification_is_valid_whatever_the_name(string name, string expected)
    {
        foreach (var store in (string[])["cookie", "redis"])
        {
            var specification = await SpecificationAsync(name, store);

            Assert.Equal(expected, (string?)specification["name"]);
            Assert.Empty(Faults(specification));
        }
    }

    [Fact]
    public async Task A_specification_with_a_fault_is_refused()
    {
        var specification = await SpecificationAsync("Reef", "cookie");
        var service = specification["services"]![0]!.AsObject();
        service["http_port"] = 70_000;
        service["healthcheck"] = new JsonObject();

        Assert.Contains(Faults(specification), fault => fault.Contains("http_port", StringComparison.Ordinal));
        Assert.Contains(Faults(specification), fault => fault.Contains("healthcheck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_agrees_with_the_Dockerfile_and_the_code_and_holds_no_secret()
    {
        var app = await CreateAsync("Reef", "cookie");
        var service = Parse(app)["services"]![0]!;

        Assert.Contains((string?)service["dockerfile_path"], app.Files.Keys);
        Assert.Contains($"EXPOSE {service["http_port"]}", app.Files["Dockerfile"], StringComparison.Ordinal);
        Assert.Contains($"\"{service["health_check"]!["http_path"]}\"", app.Files["Deployment/AppPlatform.cs"], StringComparison.Ordinal);
        var secrets = service["envs"]!.AsArray().Where(variable => (string?)variable!["type"] == "SECRET").Select(variable => ((string?)variable!["key"], (string?)variable["value"]));
        Assert.Equal([("DigitalOcean__ClientSecret", "YOUR-CLIENT-SECRET"), ("DataProtection__Secret", "YOUR-DATA-PROTECTION-SECRET")], secrets);
        Assert.Contains("app.secret.yaml", app.Files[".gitignore"].Split('\n'));
        Assert.Contains("app.secret.yaml", app.Files[".dockerignore"].Split('\n'));
    }

    [Fact]
    public async Task Redis_is_a_managed_Valkey_by_its_bindable_variable()
    {
        var specification = await SpecificationAsync("Reef", "redis");

        var database = Assert.Single(specification["databases"]!.AsArray())!;
        Assert.Equal("VALKEY", (string?)database["engine"]);
        var connection = Assert.Single(specification["services"]![0]!["envs"]!.AsArray(), variable => (string?)variable!["key"] == "ConnectionStrings__Redis")!;
        Assert.Equal($"${{{database["name"]}.DATABASE_URL}}", (string?)connection["value"]);
        Assert.Null(connection["type"]);
    }

    private static List<string> Faults(JsonObject specification)
    {
        using var document = JsonDocument.Parse(specification.ToJsonString());
        var result = Schema.Value.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")];
    }

    private static JsonSchema ReadSchema()
    {
        string Data(string name) => File.ReadAllText(Path.Combine(Repository.Root, "data", name));
        var operations = OperationCatalog.Parse(Data("operations.tsv"), ScopeCatalog.Parse(Data("scopes.tsv")));
        var shapes = ShapeCatalog.Parse(Data("shapes.tsv"));
        var form = new JsonSchemaForm(new DescriptionWriter(operations, AnswerCatalog.Parse(Data("answers.tsv")), shapes).Components(), isClosed: true);
        return JsonSchema.FromText(form.Of(SchemaWriter.Of(shapes.Find("app_spec")!)).ToJsonString());
    }

    private async Task<JsonObject> SpecificationAsync(string name, string store) => Parse(await CreateAsync(name, store));

    private Task<TemplateOutput> CreateAsync(string name, string store) =>
        engine.CreateAsync("do-oauth", name, (AppOptions.Default with { Store = store, Deploy = "app-platform" }).Parameters);

    private static JsonObject Parse(TemplateOutput app)
    {
        var stream = new YamlStream();
        using var text = new StringReader(app.Files[".do/app.yaml"]);
        stream.Load(text);
        return Json(Assert.Single(stream.Documents).RootNode, key: null)!.AsObject();
    }

    private static JsonNode? Json(YamlNode node, string? key) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(pair.Key.ToString(), Json(pair.Value, pair.Key.ToString())))),
        YamlSequenceNode list => new JsonArray([.. list.Select(item => Json(item, key))]),
        _ => PlainScalars.Contains(key) ? JsonNode.Parse(node.ToString()) : JsonValue.Create(node.ToString()),
    };
}
