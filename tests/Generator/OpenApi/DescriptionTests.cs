using System.Text.Json.Nodes;
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
    public void The_OAuth_scheme_has_the_configured_addresses_and_every_declared_scope()
    {
        var scheme = _document["components"]!["securitySchemes"]![Scheme]!;
        var flow = scheme["flows"]!["authorizationCode"]!;

        Assert.Equal("oauth2", (string?)scheme["type"]);
        Assert.Equal("http://localhost:5100/v1/oauth/authorize", (string?)flow["authorizationUrl"]);
        Assert.Equal("http://localhost:5100/v1/oauth/token", (string?)flow["tokenUrl"]);
        Assert.Equal(["account:read", "droplet:read", "droplet:create"], flow["scopes"]!.AsObject().Select(scope => scope.Key));
        Assert.Equal("Droplet: create (requested only when it is needed)", (string?)flow["scopes"]!["droplet:create"]);
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
    public void A_guarded_operation_can_answer_401_and_403()
    {
        var responses = Operation("/droplets", "get")["responses"]!;

        Assert.NotNull(responses["401"]!["content"]!["application/problem+json"]);
        Assert.NotNull(responses["403"]!["content"]!["application/problem+json"]);
        Assert.NotNull(responses["200"]);
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
        builder.AddDescribed();
        builder.AddDescribedAgain();
        var app = builder.Build();
        app.MapOpenApi();
        app.MapDescribed();
        app.MapDescribedAgain();
        app.MapGet("/droplets", () => "").RequireDropletRead();
        app.MapPost("/droplets", [RequireScope("droplet:read", Scheme = Described.Scheme)] () => "").RequireDropletCreate().Produces(StatusCodes.Status403Forbidden);
        app.MapGet("/open", () => "");
        app.MapGet("/again", () => "").RequireAgainDropletRead();
        var group = app.MapGroup("/group").RequireAccountRead();
        group.MapGet("/inner", () => "");
        group.MapGet("/open", () => "").AllowAnonymous();
        return app;
    }
}
