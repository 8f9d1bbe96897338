using System.Net.Http.Headers;
using DoOAuth.Api.Models;

namespace DoOAuth.Api.Tests.Client;

/// <summary>Where requests go.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData(null, "https://api.digitalocean.com/v2/account")]
    [InlineData("https://api.digitalocean.com", "https://api.digitalocean.com/v2/account")]
    [InlineData("https://api.digitalocean.com/v2", "https://api.digitalocean.com/v2/account")]
    [InlineData("https://api.digitalocean.com/v2/", "https://api.digitalocean.com/v2/account")]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5000/v2/account")]
    [InlineData("https://gateway.example/do/", "https://gateway.example/do/v2/account")]
    public async Task Requests_go_to_the_base_address_or_to_DigitalOcean(string? baseAddress, string expected)
    {
        var (client, handler) = Client("""{"account":{"email":"sammy@example.com"}}""");
        client.BaseAddress = baseAddress is null ? null : new Uri(baseAddress);

        Assert.Equal("sammy@example.com", (await client.Account.GetAsync()).Email);
        Assert.Equal(expected, handler.Addresses.Single().AbsoluteUri);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_value_that_would_lead_to_another_operation_is_refused(string name)
    {
        var (client, handler) = Client("{}");

        await Assert.ThrowsAsync<ArgumentException>(() => client.Domains.DeleteAsync(name));
        Assert.Empty(handler.Addresses);
    }

    [Theory]
    [InlineData("a/b", "/v2/registries/acme/repositories/a%2Fb/tags")]
    [InlineData("../../droplets", "/v2/registries/acme/repositories/..%2F..%2Fdroplets/tags")]
    [InlineData("a?b#c d", "/v2/registries/acme/repositories/a%3Fb%23c%20d/tags")]
    [InlineData("ä", "/v2/registries/acme/repositories/%C3%A4/tags")]
    public async Task A_value_stays_in_its_segment(string name, string path)
    {
        var (client, handler) = Client("""{"tags":[]}""");

        await client.ContainerRegistries.ListRepositoryTagsPageAsync("acme", name);

        Assert.Equal(path, handler.Addresses.Single().AbsolutePath);
    }

    [Fact]
    public async Task A_list_in_the_query_is_sent_as_the_same_parameter_again()
    {
        var (client, handler) = Client("""{"deployments":[]}""");

        await client.Apps.ListDeploymentsPageAsync("7", deploymentTypes: [AppsListDeploymentsDeploymentType.Manual, "A NEW ONE"]);

        Assert.Equal("?deployment_types=MANUAL&deployment_types=A%20NEW%20ONE", handler.Addresses.Single().Query);
    }

    [Fact]
    public async Task An_id_or_a_text_is_sent_as_it_is()
    {
        var (client, handler) = Client("""{"ssh_key":{"public_key":"k","name":"n"}}""");

        await client.SshKeys.GetAsync(512189);
        await client.SshKeys.GetAsync("3b:16:bf:e4");

        Assert.Equal(["/v2/account/keys/512189", "/v2/account/keys/3b%3A16%3Abf%3Ae4"], handler.Addresses.Select(address => address.AbsolutePath));
    }

    [Fact]
    public async Task The_client_keeps_its_own_headers()
    {
        HttpRequestHeaders? headers = null;
        using var client = new HttpClient(new AnsweringHandler(request =>
        {
            headers = request.Headers;
            return AnsweringHandler.Json("{\"account\":{}}");
        }));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dop_v1_own");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.example+json");

        await client.Account.GetAsync();

        Assert.Equal("dop_v1_own", headers!.Authorization!.Parameter);
        Assert.Equal("application/vnd.example+json", headers.Accept.ToString());
    }

    [Fact]
    public async Task A_dangerous_operation_says_that_the_caller_means_it()
    {
        string? value = null;
        using var client = new HttpClient(new AnsweringHandler(request =>
        {
            value = request.Headers.GetValues("X-Dangerous").Single();
            return new HttpResponseMessage(System.Net.HttpStatusCode.Accepted);
        }));

        await client.Droplets.DeleteWithAssociatedResourcesDangerousAsync(7);

        Assert.Equal("true", value);
    }

    private static (HttpClient Client, AnsweringHandler Handler) Client(string json)
    {
        var handler = new AnsweringHandler(_ => AnsweringHandler.Json(json));
        return (new HttpClient(handler), handler);
    }
}
