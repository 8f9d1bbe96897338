using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests.Api;

public sealed class Seeds
{
    private const string Seed = """
        {
          // Comments are allowed.
          "/v2/droplets": [ { "repeat": 200, "name": "web-{n}", "region": "nyc3", "size": "s-1vcpu-1gb", "image": "debian-13-x64", "tags": ["fleet"] } ],
          "/v2/domains": [ { "name": "one.test" }, { "name": "two.test" }, { "name": "three.test" } ],
          "/v2/domains/two.test/records": [ { "type": "CNAME", "name": "www", "data": "@" } ],
          "/v2/kubernetes/clusters": [ { "name": "reef", "region": "nyc1", "version": "1.31.1-do.0", "node_pools": [ { "name": "pool", "size": "s-2vcpu-4gb", "count": 3 } ] } ],
        }
        """;

    [Fact]
    public async Task A_team_has_what_the_seed_says()
    {
        await using var sandbox = await StartAsync(Seed);
        using var app = new OAuthDriver(sandbox);
        var token = await ApiCalls.TokenAsync(app);

        var droplets = await ApiCalls.JsonAsync(app, "GET", "/v2/droplets?per_page=200&tag_name=fleet", token, 200);
        Assert.Equal(200, (int?)droplets["meta"]!["total"]);
        Assert.Equal(("web-1", "web-200"), ((string?)droplets["droplets"]![0]!["name"], (string?)droplets["droplets"]![199]!["name"]));
        Assert.All(droplets["droplets"]!.AsArray(), droplet => Assert.Equal("active", (string?)droplet!["status"]));
        Assert.Equal(["one.test", "two.test", "three.test"], Names(await ApiCalls.JsonAsync(app, "GET", "/v2/domains", token, 200), "domains"));
        Assert.Contains("www", Names(await ApiCalls.JsonAsync(app, "GET", "/v2/domains/two.test/records", token, 200), "domain_records"));
        Assert.Equal(["reef"], Names(await ApiCalls.JsonAsync(app, "GET", "/v2/kubernetes/clusters", token, 200), "kubernetes_clusters"));

        // What the seed does not name has the samples.
        Assert.NotEmpty(Names(await ApiCalls.JsonAsync(app, "GET", "/v2/volumes", token, 200), "volumes"));
    }

    [Fact]
    public async Task A_reset_gives_the_seed_back_and_keeps_the_token()
    {
        await using var sandbox = await StartAsync(Seed);
        using var app = new OAuthDriver(sandbox);
        var token = await ApiCalls.TokenAsync(app);
        await ApiCalls.JsonAsync(app, "DELETE", "/v2/domains/one.test", token, 204);
        sandbox.Reset();
        await ApiCalls.JsonAsync(app, "GET", "/v2/domains/one.test", token, 200);

        await ApiCalls.JsonAsync(app, "DELETE", "/v2/domains/one.test", token, 204);
        using (var reset = await app.Http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), null))
        {
            Assert.Equal(System.Net.HttpStatusCode.NoContent, reset.StatusCode);
        }

        await ApiCalls.JsonAsync(app, "GET", "/v2/domains/one.test", token, 200);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_reset()
    {
        await using var sandbox = await StartAsync("{}");
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/reset");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("{", "not JSON")]
    [InlineData("""{ "droplets": [] }""", "/v2/")]
    [InlineData("""{ "/v2/droplets": {} }""", "list")]
    [InlineData("""{ "/v2/droplets": [ { "repeat": "many" } ] }""", "repeat")]
    public void What_is_no_seed_says_why(string json, string mentioned) =>
        Assert.Contains(mentioned, Assert.Throws<FormatException>(() => SandboxSeed.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "/v2/nothing": [ {} ] }""", "/v2/nothing")]
    [InlineData("""{ "/v2/droplets": [ { "name": "a" } ] }""", "size")]
    [InlineData("""{ "/v2/droplets": [ { "name": "a", "region": "moon1", "size": "s-1vcpu-1gb", "image": "debian-13-x64" } ] }""", "moon1")]
    [InlineData("""{ "/v2/domains/absent.test/records": [ { "type": "CNAME", "name": "a", "data": "@" } ] }""", "does not exist")]
    public async Task A_seed_that_cannot_be_created_stops_the_start(string json, string mentioned) =>
        Assert.Contains(mentioned, (await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(json))).Message, StringComparison.Ordinal);

    private static Task<DigitalOceanSandbox> StartAsync(string seed) => DigitalOceanSandbox.StartAsync(options =>
    {
        options.AutoApprove = true;
        options.Seed = SandboxSeed.Parse(seed);
    });

    private static IEnumerable<string?> Names(JsonObject page, string key) => page[key]!.AsArray().Select(item => (string?)item!["name"]);
}
