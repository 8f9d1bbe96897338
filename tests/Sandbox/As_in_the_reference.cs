using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox.Tests;

/// <summary>The requests that DigitalOcean's OAuth reference prints, and what the log says of them.</summary>
public sealed class As_in_the_reference : SandboxFixture
{
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_code_is_exchanged_with_everything_in_the_query_and_an_empty_body()
    {
        var code = (await App.AuthorizeAsync(changes: [("code_challenge", null), ("code_challenge_method", null)]))["code"];
        var answer = await PostAsync(
            $"/v1/oauth/token?grant_type=authorization_code&code={code}&client_id={Sandbox.ClientId}&client_secret={Sandbox.ClientSecret}&redirect_uri={Uri.EscapeDataString(OAuthDriver.Callback)}");

        Assert.Equal("sammy@example.com", (string?)answer["info"]!["email"]);
        AssertWarned("client_secret, code in the query string", code, Sandbox.ClientSecret!);
    }

    [Theory]
    [InlineData("/v1/oauth/refresh")]
    [InlineData("/v1/oauth/token")]
    public async Task A_token_is_refreshed_with_two_parameters_in_the_query(string path)
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        var answer = await PostAsync($"{path}?grant_type=refresh_token&refresh_token={token}");

        Assert.StartsWith("doo_v1_", (string?)answer["access_token"], StringComparison.Ordinal);
        AssertWarned("refresh_token in the query string", token);
        AssertWarned("does not authenticate the client");
        Assert.Equal("invalid_grant", (string?)(await PostAsync($"{path}?grant_type=refresh_token&refresh_token={token}", status: HttpStatusCode.BadRequest))["error"]);
    }

    [Fact]
    public async Task A_token_is_refreshed_with_two_parameters_in_the_form()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        using var response = await App.PostAsync("/v1/oauth/refresh", new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token });
        Assert.StartsWith("dor_v1_", (string?)(await OAuthDriver.ReadAsync(response, HttpStatusCode.OK))["refresh_token"], StringComparison.Ordinal);
        AssertWarned("does not authenticate the client", token);
    }

    [Theory]
    [InlineData("dor_v1_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_refresh_token_that_there_is_not_is_an_invalid_grant(string token)
    {
        using var response = await App.PostAsync("/v1/oauth/refresh", new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token });
        var error = (string?)(await OAuthDriver.ReadAsync(response, HttpStatusCode.BadRequest))["error"];
        Assert.Equal(token.Length == 0 ? "invalid_request" : "invalid_grant", error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_revoked_by_itself_as_the_bearer_and_in_the_query(bool withCredentials)
    {
        var token = (string)(await App.SignInAsync())["access_token"]!;
        var credentials = withCredentials ? $"&client_id={Sandbox.ClientId}&client_secret={Sandbox.ClientSecret}" : "";
        Assert.Empty(await PostAsync($"/v1/oauth/revoke?token={token}{credentials}", bearer: token));

        AssertWarned("token in the query string", token, Sandbox.ClientSecret!);
        using var after = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Basic_authentication_is_refused_and_not_asked_for()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", token)]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{Sandbox.ClientId}:{Sandbox.ClientSecret}")));
        using var basic = await App.Http.SendAsync(request);
        using var wrong = await App.RefreshAsync(token, ("client_secret", "wrong"));
        using var revoked = await App.RevokeAsync((string)(await App.SignInAsync())["access_token"]!, token, ("client_secret", "wrong"));
        foreach (var response in new[] { basic, wrong, revoked })
        {
            Assert.Equal("invalid_client", (string?)(await OAuthDriver.ReadAsync(response, HttpStatusCode.Unauthorized))["error"]);
            Assert.Empty(response.Headers.WwwAuthenticate);
        }

        AssertWarned("client_secret_basic");
    }

    [Fact]
    public async Task The_log_says_what_the_client_is_not_told()
    {
        using var verifier = await App.ExchangeAsync((await App.AuthorizeAsync())["code"], ("code_verifier", "another-code-verifier-that-is-long-enough-for-anybody-0"));
        using var address = await App.ExchangeAsync((await App.AuthorizeAsync())["code"], ("redirect_uri", "http://localhost:5001/callback"));
        var told = (string?)(await OAuthDriver.ReadAsync(verifier, HttpStatusCode.BadRequest))["error_description"];
        Assert.Equal(told, (string?)(await OAuthDriver.ReadAsync(address, HttpStatusCode.BadRequest))["error_description"]);

        AssertWarned("invalid_grant: The specified 'code_verifier'");
        AssertWarned("invalid_grant: The specified 'redirect_uri'");
    }

    [Fact]
    public async Task The_user_who_refuses_is_reported_in_DigitalOceans_words()
    {
        Sandbox.Faults.Add("refuse-consent");
        Assert.Equal("The resource owner or authorization server denied the request.", (await App.AuthorizeAsync())["error_description"]);
    }

    [Fact]
    public async Task What_a_client_sends_cannot_add_a_line_to_the_log()
    {
        using var response = await App.Http.GetAsync(App.AuthorizeAddress("account:read dro\nplet:read"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.All(_log.Lines, line => Assert.DoesNotContain('\n', line));
        AssertWarned("\\u000a");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task The_metadata_has_the_address_that_the_client_uses(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/oauth-authorization-server");
        request.Headers.Host = $"{host}:{Sandbox.Address.Port}";
        using var response = await App.Http.SendAsync(request);
        var metadata = await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);
        var address = $"http://{host}:{Sandbox.Address.Port}";

        Assert.Equal(address, (string?)metadata["issuer"]);
        foreach (var (name, path) in new[] { ("authorization", "authorize"), ("token", "token"), ("registration", "register"), ("revocation", "revoke") })
        {
            Assert.Equal($"{address}/v1/oauth/{path}", (string?)metadata[name + "_endpoint"]);
        }

        Assert.Equal("""["S256"]""", metadata["code_challenge_methods_supported"]!.ToJsonString());
        Assert.Equal("""["client_secret_post","none"]""", metadata["token_endpoint_auth_methods_supported"]!.ToJsonString());
        Assert.Equal("""["authorization_code","refresh_token"]""", metadata["grant_types_supported"]!.ToJsonString());
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
    }

    private async Task<JsonObject> PostAsync(string address, string? bearer = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await App.Http.SendAsync(request);
        return await OAuthDriver.ReadAsync(response, status);
    }

    private void AssertWarned(string what, params string[] secrets)
    {
        Assert.Contains(_log.Warnings, line => line.Contains(what, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(_log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }
}
