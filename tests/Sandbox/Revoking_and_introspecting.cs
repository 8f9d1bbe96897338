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
    public async Task The_documented_form_revokes_the_refresh_token_and_then_the_access_token()
    {
        var (access, refresh) = await SignInAsync();

        using var first = await App.RevokeAsDocumentedAsync(access, refresh);
        Assert.Empty(await OAuthDriver.ReadAsync(first, HttpStatusCode.OK));
        using var refreshed = await App.RefreshAsync(refresh);
        Assert.Equal("invalid_grant", (string?)(await OAuthDriver.ReadAsync(refreshed, HttpStatusCode.BadRequest))["error"]);
        Assert.True(await IsAliveAsync(access));

        using var second = await App.RevokeAsDocumentedAsync(access, access);
        Assert.Empty(await OAuthDriver.ReadAsync(second, HttpStatusCode.OK));
        Assert.False(await IsAliveAsync(access));
    }

    // DigitalOcean does not say which. Doorkeeper, whose error texts its server has, ends both.
    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest)]
    [InlineData("keep-refresh-token", HttpStatusCode.OK)]
    public async Task A_revoked_access_token_takes_its_refresh_token_along_unless_a_fault_keeps_it(string? fault, HttpStatusCode status)
    {
        if (fault is not null)
        {
            Sandbox.Faults.Add(fault);
        }

        var (access, refresh) = await SignInAsync();
        var (otherAccess, otherRefresh) = await SignInAsync();
        using var revoked = await App.RevokeAsDocumentedAsync(access, access);
        using var refreshed = await App.RefreshAsync(refresh);
        Assert.Equal((HttpStatusCode.OK, status), (revoked.StatusCode, refreshed.StatusCode));

        Assert.True(await IsAliveAsync(otherAccess));
        using var other = await App.RefreshAsync(otherRefresh);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task The_bearer_of_a_public_client_is_enough_too()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.ClientSecret = null;
        });
        using var app = new OAuthDriver(sandbox);
        var answer = await app.SignInAsync();
        using var revoked = await app.RevokeAsDocumentedAsync((string)answer["access_token"]!, (string)answer["refresh_token"]!);
        using var refreshed = await app.RefreshAsync((string)answer["refresh_token"]!);

        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refreshed.StatusCode);
    }

    [Fact]
    public async Task Revocation_needs_a_living_bearer_and_credentials_that_are_right_or_none()
    {
        var (access, refresh) = await SignInAsync();
        var (dead, _) = await SignInAsync();
        using var ended = await App.RevokeAsDocumentedAsync(dead, dead);
        foreach (var bearer in (string?[])[null, dead, refresh, "doo_v1_" + new string('0', 64)])
        {
            using var documented = await App.RevokeAsDocumentedAsync(bearer, access);
            using var withClient = await App.RevokeAsync(bearer, access);
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (documented.StatusCode, withClient.StatusCode));
        }

        Assert.Contains(Sandbox.Requests[^1].Notes, note => note.Contains("requires a valid access token", StringComparison.Ordinal));
        using var withoutSecret = await App.RevokeAsync(access, access, ("client_secret", null));
        using var wrongSecret = await App.RevokeAsync(access, access, ("client_secret", "wrong"));
        using var withoutToken = await App.RevokeAsync(access, access, ("token", null));
        Assert.Equal("invalid_client", (string?)(await OAuthDriver.ReadAsync(withoutSecret, HttpStatusCode.Unauthorized))["error"]);
        Assert.Equal("invalid_client", (string?)(await OAuthDriver.ReadAsync(wrongSecret, HttpStatusCode.Unauthorized))["error"]);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        Assert.True(await IsAliveAsync(access));

        using var both = await App.RevokeAsync(access, access);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
        Assert.False(await IsAliveAsync(access));
    }

    [Fact]
    public async Task A_strict_server_refuses_two_ways_of_authentication_in_one_request()
    {
        Sandbox.Faults.Add("one-authentication");
        var (access, refresh) = await SignInAsync();
        using var both = await App.RevokeAsync(access, refresh);
        Assert.Equal("invalid_request", (string?)(await OAuthDriver.ReadAsync(both, HttpStatusCode.BadRequest))["error"]);

        using var documented = await App.RevokeAsDocumentedAsync(access, refresh);
        using var refreshed = await App.RefreshAsync(refresh);
        Assert.Equal(HttpStatusCode.OK, documented.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refreshed.StatusCode);
    }

    [Theory]
    [InlineData("client-only", HttpStatusCode.OK)]
    [InlineData("client-only;one-authentication", HttpStatusCode.BadRequest)]
    public async Task A_server_that_wants_the_client_takes_no_bearer_for_it(string faults, HttpStatusCode withBoth)
    {
        Array.ForEach(faults.Split(';'), Sandbox.Faults.Add);
        var (access, refresh) = await SignInAsync();
        using var documented = await App.RevokeAsDocumentedAsync(access, refresh);
        Assert.Equal("invalid_client", (string?)(await OAuthDriver.ReadAsync(documented, HttpStatusCode.Unauthorized))["error"]);
        using var wrongSecret = await App.RevokeAsync(null, refresh, ("client_secret", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrongSecret.StatusCode);
        using var both = await App.RevokeAsync(access, access);
        Assert.Equal((withBoth, withBoth != HttpStatusCode.OK), (both.StatusCode, await IsAliveAsync(access)));

        using var client = await App.RevokeAsync(null, refresh);
        using var refreshed = await App.RefreshAsync(refresh);
        Assert.Equal(HttpStatusCode.OK, client.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refreshed.StatusCode);
    }

    [Fact]
    public async Task Introspection_tells_what_the_token_is_good_for()
    {
        var token = (string)(await App.SignInAsync())["access_token"]!;
        _clock.Advance(TimeSpan.FromHours(1));
        using var response = await App.ApiAsync(HttpMethod.Get, "/v1/oauth/token/info", token);
        var info = await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);

        Assert.InRange((int)info["resource_owner_id"]!, 1, int.MaxValue);
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

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        var answer = await App.SignInAsync();
        return ((string)answer["access_token"]!, (string)answer["refresh_token"]!);
    }

    private async Task<bool> IsAliveAsync(string token)
    {
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);
        return account.StatusCode == HttpStatusCode.OK;
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.TimeProvider = _clock;
    }
}
