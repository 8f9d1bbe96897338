using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth.Testing.Tests;

/// <summary>The test's own handler in the place of DigitalOcean: nothing is sent, whatever the configuration says.</summary>
public sealed class WithAHandler
{
    private const string OneDroplet = """{ "droplets": [ { "id": 7, "name": "web-7", "status": "active" } ] }""";

    [Fact]
    public async Task The_app_calls_the_handler_with_the_users_token_at_the_real_address()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.OK, OneDroplet));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean);
        using var client = await app.CreateSignedInClientAsync(SandboxUser.Coral, "account:read", "droplet:read");

        var droplets = await client.GetFromJsonAsync<JsonElement>("/droplets");

        Assert.Equal("web-7", droplets.GetProperty("droplets")[0].GetProperty("name").GetString());
        var (method, address, authorization) = Assert.Single(digitalOcean.Requests);
        Assert.Equal((HttpMethod.Get, "https://api.digitalocean.com/v2/droplets", "Bearer"), (method, address.AbsoluteUri, authorization!.Scheme));
        Assert.StartsWith("test-token-", authorization.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handler_serves_many_apps_and_is_the_tests_to_dispose()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.OK, OneDroplet));
        for (var number = 1; number <= 2; number++)
        {
            await using var factory = new WebApplicationFactory<Program>();
            await using var app = factory.WithDigitalOcean(digitalOcean);
            using var client = await app.CreateSignedInClientAsync();
            using var answer = await client.GetAsync("/droplets");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(number, digitalOcean.Requests.Count);
        }
    }

    // After two minutes, the framework creates another handler for the pool, and later disposes the first one.
    [Fact]
    public async Task The_handler_outlives_the_pools_of_the_app()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.OK, OneDroplet));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean);
        using var client = await app.CreateSignedInClientAsync();
        var pool = app.Services.GetRequiredService<HttpMessageHandlerBuilder>();
        pool.Name = "DoOAuth.Api.DropletDeck";
        foreach (var action in app.Services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(pool.Name).HttpMessageHandlerBuilderActions)
        {
            action(pool);
        }

        pool.PrimaryHandler.Dispose();
        using var answer = await client.GetAsync("/droplets");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(digitalOcean.Requests);
    }

    [Fact]
    public async Task Other_addresses_of_the_configuration_get_nothing()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.OK, OneDroplet));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean).WithWebHostBuilder(host => host
            .UseSetting("DigitalOcean:ApiBaseAddress", "https://api.example.com")
            .UseSetting("DigitalOcean:Authority", "https://cloud.example.com"));
        using var client = await app.CreateSignedInClientAsync();

        using var answer = await client.GetAsync("/droplets");
        using var disconnected = await client.PostAsync("/disconnect", content: null);

        Assert.Equal(["https://api.digitalocean.com/v2/droplets", "https://cloud.digitalocean.com/v1/oauth/revoke"], digitalOcean.Requests.Select(request => request.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Disconnecting_calls_the_handler_too()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.OK, "{}"));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean);
        using var client = await app.CreateSignedInClientAsync();

        using var answer = await client.PostAsync("/disconnect", content: null);

        Assert.True(answer.IsSuccessStatusCode, answer.ToString());
        Assert.All(digitalOcean.Requests, request => Assert.Equal("https://cloud.digitalocean.com/v1/oauth/revoke", request.Address.AbsoluteUri));
        Assert.NotEmpty(digitalOcean.Requests);
    }

    [Fact]
    public async Task What_the_API_refuses_reaches_the_app()
    {
        using var digitalOcean = new AnsweringHandler(_ => (HttpStatusCode.Unauthorized, """{ "id": "unauthorized", "message": "No." }"""));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithDigitalOcean(digitalOcean);
        using var client = await app.CreateSignedInClientAsync();

        using var answer = await client.GetAsync("/droplets");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_of_ones_own_needs_no_app()
    {
        using var handler = new AnsweringHandler(_ => (HttpStatusCode.OK, OneDroplet));
        using var digitalOcean = new DigitalOceanClient(handler);

        var answer = await digitalOcean.GetStringAsync("/v2/droplets");
        using var foreign = await digitalOcean.GetAsync("https://example.com/");

        Assert.Equal(OneDroplet, answer);
        Assert.Equal(["https://api.digitalocean.com/v2/droplets", "https://example.com/"], handler.Requests.Select(request => request.Address.AbsoluteUri));
        Assert.Equal(["Bearer test-token", null], handler.Requests.Select(request => request.Authorization?.ToString()));
    }

    [Fact]
    public async Task A_client_of_ones_own_gets_a_refusal_as_it_is()
    {
        using var handler = new AnsweringHandler(_ => (HttpStatusCode.Unauthorized, "{}"));
        using var digitalOcean = new Deck.Client(new DigitalOceanClientHandler(handler));

        using var answer = await digitalOcean.GetAsync("/v2/account");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Single(handler.Requests);
    }
}
