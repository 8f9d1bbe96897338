using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Traffic;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox.Tests;

/// <summary>The page of requests, its JSON, and what a test reads of them.</summary>
public sealed class What_an_app_asks_for : SandboxFixture
{
    private static readonly Uri Json = new("/sandbox/requests", UriKind.Relative);

    private readonly LogLines _log = new();

    [Fact]
    public async Task Each_request_is_shown_with_what_it_needed_and_what_its_token_had()
    {
        var token = (string)(await App.SignInAsync("account:read droplet:read"))["access_token"]!;
        using var listed = await App.ApiAsync(HttpMethod.Get, "/v2/droplets?page=1", token);
        using var refused = await App.ApiAsync(HttpMethod.Delete, "/v2/droplets/7", token);

        var requests = (await App.Http.GetFromJsonAsync<JsonObject>(Json))!["requests"]!.AsArray();
        Assert.Equal(
            ["authorize /v1/oauth/authorize 302", "token /v1/oauth/token 200", "droplets_list /v2/droplets 200", "droplets_destroy /v2/droplets/7 403"],
            requests.Select(request => $"{request!["operation"]} {request["path"]} {request["status"]}"));
        var last = requests[^1]!.AsObject();
        Assert.Equal(("DELETE", "droplet:delete"), ((string?)last["method"], (string?)last["needed_scopes"]));
        Assert.Equal(["account:read", "droplet:read"], last["token_scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal("It needs droplet:delete, and the token has account:read droplet:read.", (string?)Assert.Single(last["notes"]!.AsArray()));
        Assert.Equal([1, 2, 3, 4], requests.Select(request => (long)request!["number"]!));

        Assert.Equal(4, Sandbox.Requests.Count);
        Assert.Equal(("droplets_list", 200, Sandbox.ClientId), (Sandbox.Requests[2].Operation, Sandbox.Requests[2].Status, Sandbox.Requests[2].ClientId));
        Assert.True(Sandbox.Requests[2].Duration > TimeSpan.Zero);
    }

    [Fact]
    public async Task Scopes_that_are_granted_and_never_used_are_listed_and_refused_ones_too()
    {
        var token = (string)(await App.SignInAsync("account:read droplet:read image:read"))["access_token"]!;
        Assert.Equal(["account:read", "droplet:read", "image:read"], Assert.Single(Sandbox.ScopeUse).NeverUsed);
        using var list = await App.ApiAsync(HttpMethod.Get, "/v2/droplets", token);
        using var missing = await App.ApiAsync(HttpMethod.Get, "/v2/droplets/7", token);
        using var create = await App.ApiAsync(HttpMethod.Post, "/v2/droplets", token);
        using var account = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);

        var use = Assert.Single(Sandbox.ScopeUse);
        Assert.Equal(["account:read", "droplet:read", "image:read"], use.Granted);
        Assert.Equal(["image:read"], use.NeverUsed);
        Assert.Equal(["droplet:create"], use.Refused);

        var page = await App.Http.GetStringAsync(new Uri("/requests", UriKind.Relative));
        Assert.Matches("Granted and never used</dt><dd class=\"chips\"><code>image:read</code> </dd>", page);
        Assert.Matches("Needed and not granted</dt><dd class=\"chips\"><code>droplet:create</code> </dd>", page);
    }

    [Theory]
    [InlineData("read write", "GET /v2/droplets", "write", "")]
    [InlineData("read write", "POST /v2/droplets", "read", "")]
    [InlineData("read droplet:read", "GET /v2/droplets", "read", "")]
    [InlineData("droplet:read", "GET /v2/sizes", "droplet:read", "regions:read sizes:read")]
    [InlineData("regions:read", "GET /v2/sizes", "regions:read", "sizes:read")]
    [InlineData("account:read", "GET /v2/nothing", "account:read", "")]
    public async Task A_broad_scope_counts_only_where_no_narrow_one_does(string granted, string request, string neverUsed, string refused)
    {
        var token = await Sandbox.CreateTokenAsync(granted.Split(' '));
        using var response = await App.ApiAsync(new HttpMethod(request.Split(' ')[0]), request.Split(' ')[1], token);
        var use = Assert.Single(Sandbox.ScopeUse);
        Assert.Equal((neverUsed, refused), (string.Join(' ', use.NeverUsed), string.Join(' ', use.Refused)));
    }

    [Fact]
    public async Task No_secret_is_in_the_JSON_on_the_page_or_in_the_log()
    {
        var answer = await App.SignInAsync();
        var (access, refresh) = ((string)answer["access_token"]!, (string)answer["refresh_token"]!);
        using var first = await App.Http.PostAsync(new Uri($"/v1/oauth/refresh?grant_type=refresh_token&refresh_token={refresh}&client_secret={Sandbox.ClientSecret}&client_id={Sandbox.ClientId}", UriKind.Relative), null);
        using var second = await App.Http.PostAsync(new Uri($"/v1/oauth/refresh?grant_type=refresh_token&refresh_token={refresh}", UriKind.Relative), null);
        using var dead = await App.ApiAsync(HttpMethod.Get, "/v2/account?access_token=" + access, access);
        Assert.Equal([200, 400, 401], [(int)first.StatusCode, (int)second.StatusCode, (int)dead.StatusCode]);

        var all = await App.Http.GetStringAsync(Json) + await App.Http.GetStringAsync(new Uri("/requests", UriKind.Relative)) + string.Concat(_log.Lines);
        Assert.All(new[] { access, refresh, Sandbox.ClientSecret!, (string)(await OAuthDriver.ReadAsync(first, HttpStatusCode.OK))["access_token"]! }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.Contains(_log.Warnings, line => line.Contains("/v2/account 401", StringComparison.Ordinal) && line.Contains("unknown, expired or revoked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_has_one_line_for_each_request()
    {
        var token = await Sandbox.CreateTokenAsync("account:read");
        using var fine = await App.ApiAsync(HttpMethod.Get, "/v2/account", token);
        using var refused = await App.ApiAsync(HttpMethod.Get, "/v2/droplets", token);
        Assert.Equal(2, _log.Lines.Count);
        Assert.Matches(@"^GET /v2/account 200 [0-9.]+ ms account_get, needs account:read$", _log.Lines[0]);
        Assert.Matches(@"^GET /v2/droplets 403 [0-9.]+ ms droplets_list, needs droplet:read – It needs droplet:read, and the token has account:read\.$", _log.Lines[1]);
    }

    [Fact]
    public async Task A_fault_is_said_to_apply()
    {
        Sandbox.Faults.Add("drop@account*1");
        await Assert.ThrowsAsync<HttpRequestException>(() => App.ApiAsync(HttpMethod.Get, "/v2/account", null));
        while (Sandbox.Requests.Count == 0)
        {
            await Task.Delay(5);
        }

        Assert.Equal(0, Sandbox.Requests[0].Status);
        Sandbox.Faults.Add("status@account=503*1");
        using var struck = await App.ApiAsync(HttpMethod.Get, "/v2/account", null);
        Assert.Contains(Sandbox.Requests[1].Notes, note => note.Contains("The fault status@account=503*1 applies", StringComparison.Ordinal));
        Assert.Equal(503, Sandbox.Requests[1].Status);
    }

    [Fact]
    public async Task A_request_announces_itself_to_those_who_watch()
    {
        using var response = await App.Http.GetAsync(new Uri("/sandbox/requests/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(("data: changed", ""), (await reader.ReadLineAsync(), await reader.ReadLineAsync()));
        var next = reader.ReadLineAsync();
        Assert.False(next.IsCompleted);
        using var request = await App.ApiAsync(HttpMethod.Get, "/v2/account", null);
        Assert.Equal("data: changed", await next.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task They_are_forgotten_on_demand()
    {
        await App.SignInAsync();
        using var deleted = await App.Http.DeleteAsync(Json);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal((0, 0), (Sandbox.Requests.Count, Sandbox.ScopeUse.Count));
    }

    [Fact]
    public async Task The_latest_thousand_are_kept()
    {
        for (var request = 0; request < 1005; request++)
        {
            using var response = await App.ApiAsync(HttpMethod.Head, "/v2/account", null);
        }

        Assert.Equal((1000, 6L, 1005L), (Sandbox.Requests.Count, Sandbox.Requests[0].Number, Sandbox.Requests[^1].Number));
    }

    [Fact]
    public async Task Of_several_clients_each_has_its_own_scopes()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.Clients.Add(new SandboxClient("second", "second-secret"));
        });
        using var app = new OAuthDriver(sandbox);
        await app.SignInAsync("account:read");
        var code = (await app.AuthorizeAsync("tag:read", ("client_id", "second")))["code"];
        using var exchanged = await app.ExchangeAsync(code, ("client_id", "second"), ("client_secret", "second-secret"));
        Assert.Equal(
            ["do-oauth-sandbox: account:read", "second: tag:read"],
            sandbox.ScopeUse.Select(use => $"{use.ClientId}: {string.Join(' ', use.NeverUsed)}"));
    }

    // A page of another origin must not read or change anything at the sandbox itself.
    [Theory]
    [InlineData("GET", "/v2/account", true)]
    [InlineData("DELETE", "/v2/droplets/7", true)]
    [InlineData("GET", "/v2/nothing", true)]
    [InlineData("GET", "/sandbox/requests", false)]
    [InlineData("DELETE", "/sandbox/requests", false)]
    [InlineData("DELETE", "/sandbox/access", false)]
    [InlineData("POST", "/sandbox/faults", false)]
    [InlineData("POST", "/v1/oauth/token", false)]
    public async Task A_page_of_another_origin_can_call_the_API_alone(string method, string path, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "http://localhost:3000");
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var answer = await App.Http.SendAsync(preflight);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "http://localhost:3000");
        using var response = await App.Http.SendAsync(request);

        Assert.Equal(allowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        if (allowed)
        {
            Assert.Equal("http://localhost:3000", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Contains(method, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
            Assert.Equal("true", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Credentials")));
            Assert.Contains("ratelimit-remaining", Assert.Single(response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        }
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
    }
}
