using System.Net;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests;

public sealed class Token_exchange : SandboxFixture
{
    [Fact]
    public async Task A_code_becomes_a_token_answer_in_DigitalOceans_shape()
    {
        var redirect = await App.AuthorizeAsync();
        Assert.Equal(["code", "state"], redirect.Keys.Order());
        Assert.Equal("the-state", redirect["state"]);

        using var response = await App.ExchangeAsync(redirect["code"]);
        var answer = await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);

        Assert.Equal(["access_token", "expires_in", "info", "refresh_token", "scope", "token_type"], answer.Select(pair => pair.Key).Order());
        Assert.Matches("^doo_v1_[0-9a-f]{64}$", (string?)answer["access_token"]);
        Assert.Matches("^dor_v1_[0-9a-f]{64}$", (string?)answer["refresh_token"]);
        Assert.Equal("bearer", (string?)answer["token_type"]);
        Assert.Equal(2592000, (int?)answer["expires_in"]);
        Assert.Equal("account:read droplet:read", (string?)answer["scope"]);
        var info = answer["info"]!.AsObject();
        Assert.Equal("Sammy the Shark", (string?)info["name"]);
        Assert.Equal("sammy@example.com", (string?)info["email"]);
        Assert.Equal(SandboxUser.Sammy.Uuid, (string?)info["uuid"]);
        Assert.Equal(SandboxUser.Sammy.TeamUuid, (string?)info["team_uuid"]);
        Assert.Equal("My Team", (string?)info["team_name"]);
    }

    [Fact]
    public async Task Without_a_scope_the_app_gets_read() =>
        Assert.Equal("read", (string?)(await App.SignInAsync(scope: null))["scope"]);

    [Fact]
    public async Task A_code_works_once()
    {
        var code = (await App.AuthorizeAsync())["code"];
        using var first = await App.ExchangeAsync(code);
        using var second = await App.ExchangeAsync(code);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await AssertErrorAsync(second, HttpStatusCode.BadRequest, "invalid_grant");
    }

    [Theory]
    [InlineData("code_verifier", "another-code-verifier-that-is-long-enough-for-anybody-0", "invalid_grant")]
    [InlineData("redirect_uri", "http://localhost:5001/callback", "invalid_grant")]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_secret", null, "invalid_client")]
    [InlineData("client_id", "nobody", "invalid_client")]
    [InlineData("code", "nonsense", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task What_does_not_fit_is_a_JSON_error(string field, string? value, string error)
    {
        var code = (await App.AuthorizeAsync())["code"];
        using var response = await App.ExchangeAsync(code, (field, value));
        await AssertErrorAsync(response, error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, error);
    }

    [Fact]
    public async Task The_form_takes_precedence_over_the_query()
    {
        var code = (await App.AuthorizeAsync())["code"];
        using var response = await App.PostAsync("/v1/oauth/token?client_secret=wrong&code=nonsense", new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = OAuthDriver.Callback,
            ["code_verifier"] = OAuthDriver.Verifier,
            ["client_id"] = Sandbox.ClientId,
            ["client_secret"] = Sandbox.ClientSecret!,
        });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        JsonObject answer = await OAuthDriver.ReadAsync(response, status);
        Assert.Equal(error, (string?)answer["error"]);
        Assert.Equal(["error", "error_description"], answer.Select(pair => pair.Key).Order());

        // Of the causes of one error the client hears nothing, as at DigitalOcean.
        var texts = new Dictionary<string, string>
        {
            ["invalid_grant"] = "The provided authorization grant is invalid, expired, revoked, does not match",
            ["invalid_client"] = "Client authentication failed due to unknown client",
            ["unsupported_grant_type"] = "The authorization grant type is not supported",
        };
        Assert.StartsWith(texts[error], (string?)answer["error_description"], StringComparison.Ordinal);
    }
}
