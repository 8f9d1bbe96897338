using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Sandbox.Tests;

public sealed class Limits_and_errors : SandboxFixture
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);

    [Fact]
    public async Task Every_answer_of_the_API_counts_the_requests_of_its_token()
    {
        var (one, other) = (await Sandbox.CreateTokenAsync("account:read"), await Sandbox.CreateTokenAsync("account:read"));
        Assert.Equal(((HttpStatusCode)200, 5000, 4999, 3600), await AskAsync("/v2/account", one));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(((HttpStatusCode)403, 5000, 4998, 3000), await AskAsync("/v2/droplets", one));
        Assert.Equal(((HttpStatusCode)404, 5000, 4997, 3000), await AskAsync("/v2/nothing", one));
        Assert.Equal(((HttpStatusCode)200, 5000, 4999, 3600), await AskAsync("/v2/account", other));
        Assert.Equal(((HttpStatusCode)401, 5000, 4999, 3600), await AskAsync("/v2/account", null));
        Sandbox.Faults.Add("status@account=503*1");
        Assert.Equal(((HttpStatusCode)503, 5000, 4996, 3000), await AskAsync("/v2/account", one));

        // Each request counts for one hour after it was made.
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(((HttpStatusCode)200, 5000, 4996, 600), await AskAsync("/v2/account", one));
    }

    [Fact]
    public async Task By_default_no_request_is_refused_and_the_count_stops_before_nothing_is_left()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        using var app = new OAuthDriver(sandbox);
        var token = await sandbox.CreateTokenAsync("account:read");
        for (var request = 0; request < 5010; request++)
        {
            using var response = await app.ApiAsync(HttpMethod.Head, "/v2/account", token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(Math.Max(4999 - request, 1), Number(response, "ratelimit-remaining"));
        }
    }

    [Fact]
    public async Task The_burst_limit_says_how_long_to_wait()
    {
        await using var sandbox = await StartAsync(new SandboxRateLimit(100, 5));
        using var app = new OAuthDriver(sandbox);
        var token = await sandbox.CreateTokenAsync("account:read");
        for (var request = 0; request < 5; request++)
        {
            using var fine = await app.ApiAsync(HttpMethod.Get, "/v2/account", token);
            Assert.Equal((HttpStatusCode.OK, 99 - request), (fine.StatusCode, Number(fine, "ratelimit-remaining")));
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        using var refused = await app.ApiAsync(HttpMethod.Get, "/v2/account", token);
        var answer = await OAuthDriver.ReadAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.Equal("""{"id":"too_many_requests","message":"API rate limit exceeded."}""", answer.ToJsonString());
        Assert.Equal((100, 0, 50), (Number(refused, "ratelimit-limit"), Number(refused, "ratelimit-remaining"), Number(refused, "retry-after")));
        using var other = await app.ApiAsync(HttpMethod.Get, "/v2/account", await sandbox.CreateTokenAsync("account:read"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        // A request that was refused does not count.
        _clock.Advance(TimeSpan.FromSeconds(50));
        using var again = await app.ApiAsync(HttpMethod.Get, "/v2/account", token);
        Assert.Equal((HttpStatusCode.OK, 94), (again.StatusCode, Number(again, "ratelimit-remaining")));
    }

    [Fact]
    public async Task The_limit_of_an_hour_ends_when_the_oldest_request_expires()
    {
        await using var sandbox = await StartAsync(new SandboxRateLimit(3, 3));
        using var app = new OAuthDriver(sandbox);
        var token = await sandbox.CreateTokenAsync("account:read");
        var statuses = new List<int>();
        for (var request = 0; request < 6; request++)
        {
            using var response = await app.ApiAsync(HttpMethod.Get, "/v2/account", token);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal((0, Noon.AddHours(1).ToUnixTimeSeconds()), (Number(response, "ratelimit-remaining"), Number(response, "ratelimit-reset")));
                _clock.Advance(TimeSpan.FromSeconds(Number(response, "retry-after")));
            }
            else
            {
                _clock.Advance(TimeSpan.FromMinutes(5));
            }
        }

        Assert.Equal([200, 200, 200, 429, 200, 200], statuses);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    public async Task A_limit_that_nobody_can_keep_says_so(int perHour, int perMinute) =>
        Assert.Contains("at least one request", (await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new SandboxRateLimit(perHour, perMinute)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "/v2/account", 401, """{"id":"unauthorized","message":"Unable to authenticate you."}""")]
    [InlineData("account:read", "/v2/droplets", 403, """{"id":"forbidden","message":"You do not have permission to perform this action."}""")]
    [InlineData("account:read", "/v2/nothing", 404, """{"id":"not_found","message":"The resource you requested could not be found."}""")]
    public async Task Errors_have_DigitalOceans_ids_and_texts(string? scope, string path, int status, string answer)
    {
        using var response = await App.ApiAsync(HttpMethod.Get, path, scope is null ? null : await Sandbox.CreateTokenAsync(scope));
        Assert.Equal(answer, (await OAuthDriver.ReadAsync(response, (HttpStatusCode)status)).ToJsonString());
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "not_found")]
    [InlineData(422, "unprocessable_entity")]
    [InlineData(429, "too_many_requests")]
    [InlineData(500, "server_error")]
    [InlineData(503, "server_error")]
    public async Task A_fault_has_the_id_of_its_status(int status, string id)
    {
        Sandbox.Faults.Add($"status@account={status}");
        using var response = await App.ApiAsync(HttpMethod.Get, "/v2/account", null);
        Assert.Equal(id, (string?)(await OAuthDriver.ReadAsync(response, (HttpStatusCode)status))["id"]);
        Assert.Equal(status is 429 or 503, response.Headers.RetryAfter is not null);
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.TimeProvider = _clock;
    }

    private static long Number(HttpResponseMessage response, string header) =>
        long.Parse(Assert.Single(response.Headers.GetValues(header)), CultureInfo.InvariantCulture);

    private Task<DigitalOceanSandbox> StartAsync(SandboxRateLimit limit) => DigitalOceanSandbox.StartAsync(options =>
    {
        options.TimeProvider = _clock;
        options.RateLimit = limit;
    });

    private async Task<(HttpStatusCode Status, long Limit, long Remaining, long Reset)> AskAsync(string path, string? token)
    {
        using var response = await App.ApiAsync(HttpMethod.Get, path, token);
        return (response.StatusCode, Number(response, "ratelimit-limit"), Number(response, "ratelimit-remaining"), Number(response, "ratelimit-reset") - _clock.GetUtcNow().ToUnixTimeSeconds());
    }
}
