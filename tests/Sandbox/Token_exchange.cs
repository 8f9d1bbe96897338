using System.Net;

namespace DoOAuth.Sandbox.Tests;

public sealed class Token_exchange : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;
    private OAuthDriver _app = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _app = new OAuthDriver(_sandbox);
    }

    public async Task DisposeAsync()
    {
        _app.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_code_becomes_a_token_answer_in_DigitalOceans_shape()
    {
        var redirect = await _app.AuthorizeAsync();
        Assert.Equal(["code", "state"], redirect.Keys.Order());
        Assert.Equal("the-state", redirect["state"]);

        using var response = await _app.ExchangeAsync(redirect["code"]);
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
    public async Task The_token_opens_the_account()
    {
        var token = (string)(await _app.SignInAsync())["access_token"]!;

        using var response = await _app.ApiAsync(HttpMethod.Get, "/v2/account", token);
        var account = (await OAuthDriver.ReadAsync(response, HttpStatusCode.OK))["account"]!;

        Assert.Equal("sammy@example.com", (string?)account["email"]);
        Assert.Equal("My Team", (string?)account["team"]!["name"]);
    }
}
