using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoOAuth.Generator.Tests.OpenApi;

/// <summary>What an app with the emitted transformer says of itself, asked over the wire.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private const string Scheme = "Sea___Sand";
    private readonly WebApplication _app = CreateApp();
    private JsonNode _document = null!;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        using var client = new HttpClient();
        _document = JsonNode.Parse(await client.GetStringAsync(new Uri(_app.Urls.First() + "/openapi/v1.json")))!;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void The_scheme_is_the_session_cookie_and_names_every_declared_scope()
    {
        var scheme = _document["components"]!["securitySchemes"]![Scheme]!;

        Assert.Equal(("apiKey", "cookie", "a-name-of-the-app"), ((string?)scheme["type"], (string?)scheme["in"], (string?)scheme["name"]));
        Assert.Equal(".DoOAuth.DescribedAgain", (string?)_document["components"]!["securitySchemes"]!["DescribedAgain"]!["name"]);
        var lines = ((string?)scheme["description"])!.Split('\n');
        Assert.Equal(["account:read", "droplet:read", "droplet:create"], lines.Skip(1).Select(line => line.Split(' ')[1].TrimEnd(':')));
        Assert.Contains("- droplet:create: Droplet: create (requested only when it is needed)", lines);
    }

    [Fact]
    public async Task In_OpenAPI_3_0_the_requirement_lists_no_scopes()
    {
        using var client = new HttpClient();
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri(_app.Urls.First() + "/openapi/old.json")))!;
        var get = document["paths"]!["/droplets"]!["get"]!;

        Assert.StartsWith("3.0", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Empty(get["security"]![0]![Scheme]!.AsArray());
        Assert.Contains("droplet:read", (string?)get["responses"]!["403"]!["description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/me", "get", "401 503")]
    [InlineData("/disconnect", "post", "401 403 502 503 504")]
    [InlineData("/again/me", "get", "401 503")]
    public void The_endpoints_that_read_a_session_require_it(string path, string method, string problems)
    {
        var operation = Operation(path, method);
        var requirement = Assert.Single(operation["security"]!.AsArray())!.AsObject();

        Assert.Equal([path.StartsWith("/again", StringComparison.Ordinal) ? "DescribedAgain" : Scheme], requirement.Select(scheme => scheme.Key));
        Assert.Empty(requirement.Single().Value!.AsArray());
        AssertProblems(operation, problems);
    }

    [Theory]
    [InlineData("/login", "get", "400 503")]
    [InlineData("/callback", "get", "400 403 502 503 504")]
    [InlineData("/logout", "post", "403 503")]
    public void The_other_endpoints_require_none(string path, string method, string problems)
    {
        Assert.Null(Operation(path, method)["security"]);
        AssertProblems(Operation(path, method), problems);
    }

    private void AssertProblems(JsonNode operation, string statuses)
    {
        var problems = operation["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5').ToList();
        Assert.Equal(statuses.Split(' '), problems.Select(response => response.Key));
        Assert.All(problems, response => Assert.Equal(
            "#/components/schemas/DigitalOceanProblem", (string?)response.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
        Assert.Equal(
            ["detail", "login", "reason", "scopes", "status", "title", "type"],
            _document["components"]!["schemas"]!["DigitalOceanProblem"]!["properties"]!.AsObject().Select(property => property.Key).Order());
    }

    [Theory]
    [InlineData("/droplets", "get", "droplet:read")]
    [InlineData("/droplets", "post", "droplet:create droplet:read")]
    [InlineData("/group/inner", "get", "account:read")]
    public void A_guarded_operation_says_which_scopes_it_needs(string path, string method, string scopes)
    {
        var requirement = Assert.Single(Operation(path, method)["security"]!.AsArray())!.AsObject();

        Assert.Equal([Scheme], requirement.Select(scheme => scheme.Key));
        Assert.Equal(scopes.Split(' '), requirement[Scheme]!.AsArray().Select(scope => (string?)scope));
    }

    [Fact]
    public void Each_application_describes_its_own_guards()
    {
        var requirement = Assert.Single(Operation("/again", "get")["security"]!.AsArray())!.AsObject();

        Assert.Equal(["DescribedAgain"], requirement.Select(scheme => scheme.Key));
    }

    [Fact]
    public void An_operation_that_two_applications_guard_needs_both_sessions()
    {
        var requirement = Assert.Single(Operation("/both", "get")["security"]!.AsArray())!.AsObject();

        Assert.Equal(["DescribedAgain", Scheme], requirement.Select(scheme => scheme.Key).Order(StringComparer.Ordinal));
        Assert.Equal("account:read", (string?)requirement[Scheme]![0]);
    }

    [Fact]
    public void A_guarded_operation_can_answer_401_403_and_503()
    {
        AssertProblems(Operation("/droplets", "get"), "401 403 503");
        Assert.NotNull(Operation("/droplets", "get")["responses"]!["200"]);
        Assert.Contains("droplet:read", (string?)Operation("/droplets", "get")["responses"]!["403"]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_operation_says_of_its_own_403_stays() =>
        Assert.Null(Operation("/droplets", "post")["responses"]!["403"]!["content"]);

    [Theory]
    [InlineData("/open")]
    [InlineData("/group/open")]
    public void An_operation_without_a_guard_or_open_to_all_needs_nothing(string path)
    {
        Assert.Null(Operation(path, "get")["security"]);
        Assert.Null(Operation(path, "get")["responses"]!["401"]);
    }

    [Theory]
    [InlineData("/login", "get", "returnUrl scope")]
    [InlineData("/logout", "post", "returnUrl")]
    [InlineData("/disconnect", "post", "returnUrl")]
    [InlineData("/again/login", "get", "returnUrl scope")]
    public void The_endpoints_show_their_query_parameters(string path, string method, string names)
    {
        var parameters = Operation(path, method)["parameters"]!.AsArray();

        Assert.Equal(names.Split(' '), parameters.Select(parameter => (string?)parameter!["name"]));
        Assert.All(parameters, parameter => Assert.Equal("query", (string?)parameter!["in"]));
        Assert.All(parameters, parameter => Assert.Equal("string", (string?)parameter!["schema"]!["type"]));
        Assert.All(parameters, parameter => Assert.Null(parameter!["required"]));
    }

    [Theory]
    [InlineData("/callback")]
    [InlineData("/me")]
    [InlineData("/droplets")]
    public void Other_operations_get_no_parameters(string path) => Assert.Null(Operation(path, "get")["parameters"]);

    private JsonNode Operation(string path, string method) => _document["paths"]![path]![method]!;

    private static WebApplication CreateApp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["DigitalOcean:ClientId"] = "client",
            ["DigitalOcean:Authority"] = "http://localhost:5100",
            ["DigitalOcean:ApiBaseAddress"] = "http://localhost:5100",
        });
        builder.Services.AddOpenApi();
        builder.Services.AddOpenApi("old", options => options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_0);
        builder.AddDescribed();
        builder.AddDescribedAgain();
        builder.Services.Configure<CookieAuthenticationOptions>(Described.SessionScheme, options => options.Cookie.Name = "a-name-of-the-app");
        var app = builder.Build();
        app.MapOpenApi();
        app.MapDescribed();
        app.MapDescribedAgain();
        app.MapGet("/droplets", () => "").RequireDropletRead();
        app.MapPost("/droplets", [RequireScope("droplet:read", Scheme = Described.Scheme)] () => "").RequireDropletCreate().Produces(StatusCodes.Status403Forbidden);
        app.MapGet("/open", () => "");
        app.MapGet("/again", () => "").RequireAgainDropletRead();
        app.MapGet("/both", () => "").RequireAgainDropletRead().RequireAccountRead();
        var group = app.MapGroup("/group").RequireAccountRead();
        group.MapGet("/inner", () => "");
        group.MapGet("/open", () => "").AllowAnonymous();
        return app;
    }
}
