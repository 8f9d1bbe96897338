using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Sandbox.Tests;

public sealed class Revoking_and_introspecting : SandboxFixture
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_revoked_token_is_dead_at_once_and_the_answer_is_an_empty_object()
    {
        var token = (string)(await App.SignInAsync())["access_token"]!;
        using var response = await App.RevokeAsync(token, token);

        Assert.Empty(await OAuthDriver.ReadAsync(response, HttpStatusCode.OK));
        using var after = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Revocation_needs_the_bearer_and_the_credentials()
    {
        var token = (string)(await App.SignInAsync())["access_token"]!;
        using var withoutBearer = await App.RevokeAsync(null, token);
        using var wrongBearer = await App.RevokeAsync("doo_v1_" + new string('0', 64), token);
        using var withoutSecret = await App.RevokeAsync(token, token, ("client_secret", null));
        using var withoutToken = await App.RevokeAsync(token, token, ("token", null));

        Assert.Equal(HttpStatusCode.Unauthorized, withoutBearer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongBearer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withoutSecret.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        using var still = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Introspection_tells_what_the_token_is_good_for()
    {
        var token = (string)(await App.SignInAsync())["access_token"]!;
        _clock.Advance(TimeSpan.FromHours(1));
        using var response = await App.ApiAsync(HttpMethod.Get, "/v1/oauth/token/info", token);
        var info = await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);

        Assert.Equal(SandboxUser.Sammy.Uuid, (string?)info["resource_owner_id"]);
        Assert.Equal(["account:read", "droplet:read"], info["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(2592000 - 3600, (int?)info["expires_in_seconds"]);
        Assert.Equal(Sandbox.ClientId, (string?)info["application"]!["uid"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), (long?)info["created_at"]);
    }

    [Fact]
    public async Task Introspection_without_a_token_is_401()
    {
        using var response = await App.ApiAsync(HttpMethod.Get, "/v1/oauth/token/info", null);
        Assert.Equal("unauthorized", (string?)(await OAuthDriver.ReadAsync(response, HttpStatusCode.Unauthorized))["id"]);
    }

    [Fact]
    public async Task A_token_expires_after_thirty_days_by_the_sandboxs_clock()
    {
        var answer = await App.SignInAsync();
        _clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        using var before = await App.ApiAsync(HttpMethod.Get, "/v2/account", (string)answer["access_token"]!);
        _clock.Advance(TimeSpan.FromSeconds(2));
        using var after = await App.ApiAsync(HttpMethod.Get, "/v2/account", (string)answer["access_token"]!);
        using var refreshed = await App.RefreshAsync((string)answer["refresh_token"]!);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.OK);
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.TimeProvider = _clock;
    }
}
