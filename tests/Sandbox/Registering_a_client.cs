using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests;

public sealed class Registering_a_client : SandboxFixture
{
    private static readonly Uri Register = new("/v1/oauth/register", UriKind.Relative);

    // As DigitalOcean's command-line client does: it listens on whatever port is free.
    [Theory]
    [InlineData("http://127.0.0.1:41234/callback")]
    [InlineData("http://localhost:5000/callback")]
    public async Task A_client_that_registers_itself_signs_in_on_any_port(string address)
    {
        var registered = await RegisterAsync("""
            {"client_name":"A <tool>","client_uri":"https://example.com","redirect_uris":["http://127.0.0.1/callback","http://localhost/callback"],
             "token_endpoint_auth_method":"none","grant_types":["authorization_code","refresh_token"],"response_types":["code"]}
            """);
        var id = (string)registered["client_id"]!;
        Assert.Equal("none", (string?)registered["token_endpoint_auth_method"]);
        Assert.Equal("A <tool>", (string?)registered["client_name"]);
        Assert.False(registered.ContainsKey("client_secret"));

        using var response = await App.Http.GetAsync(App.AuthorizeAddress(changes: [("client_id", id), ("redirect_uri", address)]));
        Assert.StartsWith(address + "?code=", response.Headers.Location?.AbsoluteUri, StringComparison.Ordinal);
        var code = response.Headers.Location!.Query.Split('&')[0][6..];
        using var exchanged = await App.ExchangeAsync(code, ("client_id", id), ("client_secret", null), ("redirect_uri", address));
        var answer = await OAuthDriver.ReadAsync(exchanged, HttpStatusCode.OK);

        using var refreshed = await App.PostAsync("/v1/oauth/token", new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = (string)answer["refresh_token"]! });
        var token = (string)(await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.OK))["access_token"]!;
        using var revoked = await App.RevokeAsDocumentedAsync(token, token);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/elsewhere")]
    [InlineData("http://localhost:5000/callback")]
    [InlineData("http://example.com:5000/callback")]
    [InlineData("https://127.0.0.1:5000/callback")]
    public async Task Only_the_port_may_differ_from_what_was_registered(string address)
    {
        var registered = await RegisterAsync("""{"redirect_uris":["http://127.0.0.1/callback","http://example.com/callback"]}""");
        using var response = await App.Http.GetAsync(App.AuthorizeAddress(changes: [("client_id", (string)registered["client_id"]!), ("redirect_uri", address)]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task It_needs_PKCE_and_cannot_use_the_implicit_flow_of_somebody_elses_address()
    {
        var id = (string)(await RegisterAsync("""{"redirect_uris":["http://localhost:5000/callback"]}"""))["client_id"]!;
        using var without = await App.Http.GetAsync(App.AuthorizeAddress(changes: [("client_id", id), ("code_challenge", null), ("code_challenge_method", null)]));
        Assert.NotEqual(HttpStatusCode.OK, without.StatusCode);
        Assert.DoesNotContain("code=", without.Headers.Location?.Query ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_can_be_read_and_deleted_with_its_token()
    {
        var registered = await RegisterAsync("""{"redirect_uris":["http://localhost:5000/callback"],"client_name":"Tool"}""");
        var other = await RegisterAsync("""{"redirect_uris":["http://localhost:5000/callback"]}""");
        var (address, token) = (new Uri((string)registered["registration_client_uri"]!).AbsolutePath, (string)registered["registration_access_token"]!);
        foreach (var wrong in new[] { null, (string)other["registration_access_token"]!, "nonsense" })
        {
            using var refused = await App.ApiAsync(HttpMethod.Delete, address, wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var read = await App.ApiAsync(HttpMethod.Get, address, token);
        Assert.Equal(registered.ToJsonString(), (await OAuthDriver.ReadAsync(read, HttpStatusCode.OK)).ToJsonString());
        using var deleted = await App.ApiAsync(HttpMethod.Delete, address, token);
        using var again = await App.ApiAsync(HttpMethod.Delete, address, token);
        using var authorize = await App.Http.GetAsync(App.AuthorizeAddress(changes: ("client_id", (string)registered["client_id"]!)));
        Assert.Equal([204, 401, 400], [(int)deleted.StatusCode, (int)again.StatusCode, (int)authorize.StatusCode]);
    }

    [Theory]
    [InlineData("""{}""", "invalid_redirect_uri", "at least one")]
    [InlineData("""{"redirect_uris":[]}""", "invalid_redirect_uri", "at least one")]
    [InlineData("""{"redirect_uris":["/callback"]}""", "invalid_redirect_uri", "absolute")]
    [InlineData("""{"redirect_uris":[null]}""", "invalid_redirect_uri", "absolute")]
    [InlineData("""{"redirect_uris":["http://localhost/#x"]}""", "invalid_redirect_uri", "fragment")]
    [InlineData("""{"redirect_uris":["http://localhost/"],"grant_types":["refresh_token"]}""", "invalid_client_metadata", "grant_types must include")]
    [InlineData("""{"redirect_uris":["http://localhost/"],"grant_types":["authorization_code","client_credentials"]}""", "invalid_client_metadata", "grant_types")]
    [InlineData("""{"redirect_uris":["http://localhost/"],"response_types":["token"]}""", "invalid_client_metadata", "response_types")]
    [InlineData("""{"redirect_uris":["http://localhost/"],"token_endpoint_auth_method":"client_secret_post"}""", "invalid_client_metadata", "only public clients")]
    [InlineData("""{"redirect_uris":"http://localhost/"}""", "invalid_client_metadata", "JSON object")]
    [InlineData("""[]""", "invalid_client_metadata", "JSON object")]
    [InlineData("null", "invalid_client_metadata", "JSON object")]
    [InlineData("", "invalid_client_metadata", "JSON object")]
    public async Task Metadata_that_cannot_be_says_why(string metadata, string error, string why)
    {
        using var content = new StringContent(metadata, System.Text.Encoding.UTF8, "application/json");
        using var response = await App.Http.PostAsync(Register, content);
        var answer = await OAuthDriver.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(error, (string?)answer["error"]);
        Assert.Contains(why, (string?)answer["error_description"], StringComparison.Ordinal);
    }

    private async Task<JsonObject> RegisterAsync(string metadata)
    {
        using var response = await App.Http.PostAsJsonAsync(Register, JsonNode.Parse(metadata));
        return await OAuthDriver.ReadAsync(response, HttpStatusCode.Created);
    }
}
