using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Sandbox.Tests;

/// <summary>What the library offers to tests: tokens without a sign-in, latency, many sandboxes at once.</summary>
public sealed class In_tests
{
    [Fact]
    public async Task A_token_works_at_once_with_its_scopes_and_for_its_user()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        using var app = new OAuthDriver(sandbox);
        var token = await sandbox.CreateTokenAsync("account:read");
        Assert.Matches("^doo_v1_[0-9a-f]{64}$", token);
        using var account = await app.ApiAsync(HttpMethod.Get, "/v2/account", token);
        using var droplets = await app.ApiAsync(HttpMethod.Get, "/v2/droplets", token);
        Assert.Equal([200, 403], [(int)account.StatusCode, (int)droplets.StatusCode]);

        using var coral = await app.ApiAsync(HttpMethod.Get, "/v2/account", await sandbox.CreateTokenAsync(["account:read"], SandboxUser.Coral));
        Assert.Equal("coral@example.com", (string?)(await OAuthDriver.ReadAsync(coral, HttpStatusCode.OK))["account"]!["email"]);
        using var created = await app.ApiAsync(HttpMethod.Delete, "/v2/tags/awesome", await sandbox.CreateTokenAsync());
        Assert.Equal(HttpStatusCode.NoContent, created.StatusCode);
    }

    [Fact]
    public async Task Such_a_token_expires_can_be_introspected_and_revoked()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.TimeProvider = clock);
        using var app = new OAuthDriver(sandbox);
        var (first, second) = (await sandbox.CreateTokenAsync("account:read"), await sandbox.CreateTokenAsync("account:read"));
        using var info = await app.ApiAsync(HttpMethod.Get, "/v1/oauth/token/info", first);
        Assert.Equal(2592000, (int)(await OAuthDriver.ReadAsync(info, HttpStatusCode.OK))["expires_in_seconds"]!);
        using var revoked = await app.RevokeAsDocumentedAsync(first, first);
        using var dead = await app.ApiAsync(HttpMethod.Get, "/v2/account", first);
        using var alive = await app.ApiAsync(HttpMethod.Get, "/v2/account", second);
        clock.Advance(TimeSpan.FromDays(31));
        using var late = await app.ApiAsync(HttpMethod.Get, "/v2/account", second);
        Assert.Equal([200, 401, 200, 401], [(int)revoked.StatusCode, (int)dead.StatusCode, (int)alive.StatusCode, (int)late.StatusCode]);
    }

    [Fact]
    public async Task A_token_with_an_unknown_scope_says_which_was_meant()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => sandbox.CreateTokenAsync("droplet:reed"));
        Assert.Contains("Did you mean 'droplet:read'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_takes_as_long_as_the_latency()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.Latency = TimeSpan.FromMilliseconds(300));
        using var app = new OAuthDriver(sandbox);
        foreach (var path in new[] { "/v2/account", "/v2/droplets", "/v1/oauth/token/info", "/v1/oauth/authorize" })
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await app.ApiAsync(HttpMethod.Get, path, null);
            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(290), path);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => DigitalOceanSandbox.StartAsync(options => options.Latency = TimeSpan.FromMilliseconds(-1)));
        await Assert.ThrowsAsync<ArgumentException>(() => DigitalOceanSandbox.StartAsync(options => options.Latency = TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Twenty_sandboxes_run_side_by_side_and_share_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
            {
                options.AutoApprove = true;
                options.ClientId = $"app-{number}";
            });
            using var app = new OAuthDriver(sandbox);
            sandbox.Faults.Add($"status@/v2/droplets/{number}=418");
            var token = (string)(await app.SignInAsync("droplet:read"))["access_token"]!;
            using var struck = await app.ApiAsync(HttpMethod.Get, $"/v2/droplets/{number}", token);
            using var other = await app.ApiAsync(HttpMethod.Get, $"/v2/droplets/{number + 1}", token);
            Assert.Equal([418, 404], [(int)struck.StatusCode, (int)other.StatusCode]);
            Assert.Equal((4, $"app-{number}"), (sandbox.Requests.Count, Assert.Single(sandbox.ScopeUse).ClientId));
        }));
    }
}
