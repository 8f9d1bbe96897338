using System.Net;

namespace DoOAuth.Sandbox.Tests;

public sealed class Refreshing : SandboxFixture
{
    [Theory]
    [InlineData("/v1/oauth/token")]
    [InlineData("/v1/oauth/refresh")]
    public async Task A_refresh_token_gives_new_tokens_and_kills_the_old_access_token(string path)
    {
        var before = await App.SignInAsync();
        using var response = await App.PostAsync(path, new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = (string)before["refresh_token"]!,
            ["client_id"] = Sandbox.ClientId,
            ["client_secret"] = Sandbox.ClientSecret!,
        });
        var after = await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);

        Assert.NotEqual((string?)before["access_token"], (string?)after["access_token"]);
        Assert.NotEqual((string?)before["refresh_token"], (string?)after["refresh_token"]);
        Assert.Equal("account:read droplet:read", (string?)after["scope"]);
        Assert.Equal("sammy@example.com", (string?)after["info"]!["email"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await AccountAsync((string)before["access_token"]!));
        Assert.Equal(HttpStatusCode.OK, await AccountAsync((string)after["access_token"]!));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_a_late_second_use_does_not_sign_the_first_one_out()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        using var first = await App.RefreshAsync(token);
        var answer = await OAuthDriver.ReadAsync(first, HttpStatusCode.OK);

        using var second = await App.RefreshAsync(token);
        Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(second, HttpStatusCode.BadRequest))["error"]);
        Assert.Equal(HttpStatusCode.OK, await AccountAsync((string)answer["access_token"]!));
        using var next = await App.RefreshAsync((string)answer["refresh_token"]!);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Of_twenty_at_once_exactly_one_succeeds()
    {
        for (var round = 0; round < 5; round++)
        {
            var token = (string)(await App.SignInAsync())["refresh_token"]!;
            var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => App.RefreshAsync(token))));

            var winner = Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
            foreach (var loser in responses.Where(response => response != winner))
            {
                Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(loser, HttpStatusCode.BadRequest))["error"]);
            }

            Assert.Equal(HttpStatusCode.OK, await AccountAsync((string)(await OAuthDriver.ReadAsync(winner, HttpStatusCode.OK))["access_token"]!));
        }
    }

    [Fact]
    public async Task Another_sign_in_of_the_same_user_goes_on()
    {
        var other = (string)(await App.SignInAsync())["access_token"]!;
        using var response = await App.RefreshAsync((string)(await App.SignInAsync())["refresh_token"]!);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AccountAsync(other));
    }

    [Fact]
    public async Task The_client_has_to_authenticate()
    {
        var token = (string)(await App.SignInAsync())["refresh_token"]!;
        using var without = await App.RefreshAsync(token, ("client_secret", null));
        Assert.Equal("invalid_client", (string?)(await OAuthDriver.ReadAsync(without, HttpStatusCode.Unauthorized))["error"]);

        using var with = await App.RefreshAsync(token);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    private async Task<HttpStatusCode> AccountAsync(string bearer)
    {
        using var response = await App.ApiAsync(HttpMethod.Get, "/v2/account", bearer);
        return response.StatusCode;
    }
}
