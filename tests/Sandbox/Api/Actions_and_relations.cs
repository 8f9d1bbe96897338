using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Sandbox.Tests.Api;

public sealed class Actions_and_relations : SandboxFixture
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_droplet_is_new_then_active_after_its_time()
    {
        var token = await ApiCalls.TokenAsync(App);
        var created = await ApiCalls.JsonAsync(App, "POST", "/v2/droplets", token, 202, """{"names":["a-1","a-2"],"region":"nyc3","size":"s-1vcpu-1gb","image":"debian-13-x64","tags":["fresh"]}""");
        Assert.Equal(["a-1", "a-2"], created["droplets"]!.AsArray().Select(droplet => (string?)droplet!["name"]));
        var id = (long)created["droplets"]![0]!["id"]!;
        var action = (long)created["links"]!["actions"]![0]!["id"]!;
        Assert.Equal("new", (string?)(await GetAsync($"/v2/droplets/{id}", token))["droplet"]!["status"]);
        Assert.Equal("in-progress", (string?)(await GetAsync($"/v2/actions/{action}", token))["action"]!["status"]);

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("active", (string?)(await GetAsync($"/v2/droplets/{id}", token))["droplet"]!["status"]);
        Assert.Equal("completed", (string?)(await GetAsync($"/v2/actions/{action}", token))["action"]!["status"]);
        Assert.Equal("completed", (string?)(await GetAsync($"/v2/droplets/{id}/actions/{action}", token))["action"]!["status"]);
    }

    [Theory]
    [InlineData("""{"type":"power_off"}""", "status", "off")]
    [InlineData("""{"type":"rename","name":"renamed-01"}""", "name", "renamed-01")]
    [InlineData("""{"type":"resize","size":"s-2vcpu-4gb"}""", "size_slug", "s-2vcpu-4gb")]
    [InlineData("""{"type":"resize","size":"s-2vcpu-4gb"}""", "memory", "4096")]
    [InlineData("""{"type":"resize","size":"s-2vcpu-4gb","disk":true}""", "disk", "80")]
    [InlineData("""{"type":"resize","size":"s-2vcpu-4gb","disk":"true"}""", "disk", "80")]
    [InlineData("""{"type":"resize","size":"s-2vcpu-4gb","disk":false}""", "disk", "25")]
    public async Task An_action_changes_its_droplet_when_it_is_completed(string body, string member, string value)
    {
        var token = await ApiCalls.TokenAsync(App);
        var before = (await GetAsync("/v2/droplets/3164444", token))["droplet"]![member]!.ToString();
        var action = (await ApiCalls.JsonAsync(App, "POST", "/v2/droplets/3164444/actions", token, 201, body))["action"]!;
        Assert.Equal(3164444, (long?)action["resource_id"]);
        Assert.Equal(before, (await GetAsync("/v2/droplets/3164444", token))["droplet"]![member]!.ToString());
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(value, (await GetAsync("/v2/droplets/3164444", token))["droplet"]![member]!.ToString());
    }

    [Fact]
    public async Task Actions_of_the_same_time_are_completed_in_the_order_of_their_requests()
    {
        var token = await ApiCalls.TokenAsync(App);
        for (var number = 0; number < 20; number++)
        {
            await ApiCalls.JsonAsync(App, "POST", "/v2/droplets/3164444/actions", token, 201, $$"""{"type":"rename","name":"name-{{number}}"}""");
        }

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("name-19", (string?)(await GetAsync("/v2/droplets/3164444", token))["droplet"]!["name"]);
    }

    [Fact]
    public async Task A_database_is_created_then_online()
    {
        var token = await ApiCalls.TokenAsync(App);
        var created = (await ApiCalls.JsonAsync(App, "POST", "/v2/databases", token, 201, """{"name":"reef","engine":"pg","num_nodes":1,"region":"nyc3","size":"db-s-1vcpu-1gb"}"""))["database"]!;
        Assert.Equal("creating", (string?)created["status"]);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("online", (string?)(await GetAsync($"/v2/databases/{created["id"]}", token))["database"]!["status"]);
    }

    [Fact]
    public async Task An_action_that_does_not_exist_is_refused()
    {
        var token = await ApiCalls.TokenAsync(App);
        var error = await ApiCalls.JsonAsync(App, "POST", "/v2/droplets/3164444/actions", token, 422, """{"type":"explode"}""");
        Assert.Contains("power_off", (string?)error["message"], StringComparison.Ordinal);
        await ApiCalls.JsonAsync(App, "POST", "/v2/droplets/99/actions", token, 404, """{"type":"power_off"}""");
    }

    [Fact]
    public async Task A_snapshot_is_where_snapshots_are_looked_for()
    {
        var token = await ApiCalls.TokenAsync(App);
        await ApiCalls.JsonAsync(App, "POST", "/v2/droplets/3164445/actions", token, 201, """{"type":"snapshot","name":"before-update"}""");
        _time.Advance(TimeSpan.FromSeconds(31));
        foreach (var (path, key) in new[] { ("/v2/snapshots", "snapshots"), ("/v2/droplets/3164445/snapshots", "snapshots"), ("/v2/images", "images") })
        {
            var list = (await GetAsync($"{path}?per_page=200", token))[key]!.AsArray();
            Assert.Contains(list, item => (string?)item!["name"] == "before-update");
        }
    }

    [Fact]
    public async Task A_volume_attaches_to_a_droplet()
    {
        var token = await ApiCalls.TokenAsync(App);
        var volume = (string)(await ApiCalls.JsonAsync(App, "POST", "/v2/volumes", token, 201, """{"name":"data","size_gigabytes":10,"region":"nyc3"}"""))["volume"]!["id"]!;
        await ApiCalls.JsonAsync(App, "POST", $"/v2/volumes/{volume}/actions", token, 202, """{"type":"attach","droplet_id":3164444,"region":"nyc3"}""");
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal([3164444L], (await GetAsync($"/v2/volumes/{volume}", token))["volume"]!["droplet_ids"]!.AsArray().Select(id => (long)id!));
        Assert.Equal([volume], (await GetAsync("/v2/droplets/3164444", token))["droplet"]!["volume_ids"]!.AsArray().Select(id => (string?)id));
        await ApiCalls.JsonAsync(App, "POST", $"/v2/volumes/{volume}/actions", token, 422, """{"type":"attach","droplet_id":1,"region":"nyc3"}""");
    }

    [Fact]
    public async Task A_tag_finds_what_carries_it()
    {
        var token = await ApiCalls.TokenAsync(App);
        await ApiCalls.JsonAsync(App, "POST", "/v2/tags", token, 201, """{"name":"blue"}""");
        await ApiCalls.JsonAsync(App, "POST", "/v2/tags/blue/resources", token, 204, """{"resources":[{"resource_id":"3164446","resource_type":"droplet"}]}""");
        Assert.Equal(1, (int?)(await GetAsync("/v2/tags/blue", token))["tag"]!["resources"]!["droplets"]!["count"]);
        Assert.Equal(["postgres-01"], (await GetAsync("/v2/droplets?tag_name=blue", token))["droplets"]!.AsArray().Select(droplet => (string?)droplet!["name"]));
        await ApiCalls.JsonAsync(App, "DELETE", "/v2/droplets?tag_name=blue", token, 204);
        Assert.Empty((await GetAsync("/v2/droplets?tag_name=blue", token))["droplets"]!.AsArray());
        await ApiCalls.JsonAsync(App, "GET", "/v2/droplets/3164446", token, 404);
    }

    [Fact]
    public async Task A_domain_has_records_of_its_own()
    {
        var token = await ApiCalls.TokenAsync(App);
        await ApiCalls.JsonAsync(App, "POST", "/v2/domains", token, 201, """{"name":"reef.test","ip_address":"192.0.2.7"}""");
        var record = (await ApiCalls.JsonAsync(App, "POST", "/v2/domains/reef.test/records", token, 201, """{"type":"CNAME","name":"www","data":"@"}"""))["domain_record"]!;
        var records = (await GetAsync("/v2/domains/reef.test/records", token))["domain_records"]!.AsArray();
        Assert.Equal(["NS", "NS", "NS", "A", "CNAME"], records.Select(item => (string?)item!["type"]));
        Assert.Equal(["CNAME"], (await GetAsync("/v2/domains/reef.test/records?type=CNAME", token))["domain_records"]!.AsArray().Select(item => (string?)item!["type"]));
        await ApiCalls.JsonAsync(App, "GET", $"/v2/domains/example.com/records/{record["id"]}", token, 404);
        await ApiCalls.JsonAsync(App, "POST", "/v2/domains", token, 422, """{"name":"reef.test"}""");
        await ApiCalls.JsonAsync(App, "DELETE", "/v2/domains/reef.test", token, 204);
        await ApiCalls.JsonAsync(App, "GET", "/v2/domains/reef.test/records", token, 404);
    }

    [Fact]
    public async Task An_address_knows_its_droplet()
    {
        var token = await ApiCalls.TokenAsync(App);
        var ip = (string)(await ApiCalls.JsonAsync(App, "POST", "/v2/reserved_ips", token, 202, """{"droplet_id":3164444}"""))["reserved_ip"]!["ip"]!;
        Assert.Equal("web-01", (string?)(await GetAsync($"/v2/reserved_ips/{ip}", token))["reserved_ip"]!["droplet"]!["name"]);
        await ApiCalls.JsonAsync(App, "POST", $"/v2/reserved_ips/{ip}/actions", token, 201, """{"type":"unassign"}""");
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Null((await GetAsync($"/v2/reserved_ips/{ip}", token))["reserved_ip"]!["droplet"]);
    }

    [Fact]
    public async Task Node_pools_belong_to_their_cluster()
    {
        var token = await ApiCalls.TokenAsync(App);
        var body = """{"name":"reef","region":"nyc1","version":"1.31.1-do.0","node_pools":[{"name":"pool","size":"s-2vcpu-4gb","count":2}]}""";
        var cluster = (await ApiCalls.JsonAsync(App, "POST", "/v2/kubernetes/clusters", token, 201, body))["kubernetes_cluster"]!;
        var pools = (await GetAsync($"/v2/kubernetes/clusters/{cluster["id"]}/node_pools", token))["node_pools"]!.AsArray();
        Assert.Equal(["pool"], pools.Select(pool => (string?)pool!["name"]));
        await ApiCalls.JsonAsync(App, "DELETE", $"/v2/kubernetes/clusters/{cluster["id"]}/node_pools/{pools[0]!["id"]}", token, 204);
        Assert.Empty((await GetAsync($"/v2/kubernetes/clusters/{cluster["id"]}", token))["kubernetes_cluster"]!["node_pools"]!.AsArray());
    }

    [Fact]
    public async Task Links_keep_the_query()
    {
        var token = await ApiCalls.TokenAsync(App);
        var page = await GetAsync("/v2/images?type=distribution&per_page=2&page=2", token);
        var next = new Uri((string)page["links"]!["pages"]!["next"]!);
        Assert.Contains("type=distribution", next.Query, StringComparison.Ordinal);
        Assert.Contains("page=3", next.Query, StringComparison.Ordinal);
        Assert.NotEqual(page["images"]![0]!["id"]!.ToString(), (await GetAsync(next.PathAndQuery, token))["images"]![0]!["id"]!.ToString());
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.ActionTime = TimeSpan.FromSeconds(30);
        options.TimeProvider = _time;
    }

    private Task<JsonObject> GetAsync(string path, string token) => ApiCalls.JsonAsync(App, "GET", path, token, 200);
}
