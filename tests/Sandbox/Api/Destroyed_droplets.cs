using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>What happens to a Droplet's volumes, snapshots and addresses when it is deleted, alone or with them.</summary>
public sealed class Destroyed_droplets : SandboxFixture
{
    [Fact]
    public async Task Everything_that_belongs_to_a_droplet_is_listed_and_destroyed_with_it()
    {
        var token = await ApiCalls.TokenAsync(App);
        var (droplet, volume, ip) = await CreateAsync(token);
        await ApiCalls.JsonAsync(App, "POST", $"/v2/droplets/{droplet}/actions", token, 201, """{"type":"snapshot","name":"before"}""");
        var ofVolume = (string)(await ApiCalls.JsonAsync(App, "POST", $"/v2/volumes/{volume}/snapshots", token, 201, """{"name":"data-before"}"""))["snapshot"]!["id"]!;

        var listed = await GetAsync($"/v2/droplets/{droplet}/destroy_with_associated_resources", token);
        Assert.Equal([volume], Ids(listed, "volumes"));
        Assert.Equal("1.00", (string?)listed["volumes"]![0]!["cost"]);
        Assert.Equal([ofVolume], Ids(listed, "volume_snapshots"));
        Assert.Equal([ip], Ids(listed, "reserved_ips"));
        var snapshot = Assert.Single(Ids(listed, "snapshots"));

        await DestroyAsync($"/v2/droplets/{droplet}/destroy_with_associated_resources/dangerous", token);
        foreach (var gone in (string[])[$"/v2/droplets/{droplet}", $"/v2/volumes/{volume}", $"/v2/reserved_ips/{ip}", $"/v2/snapshots/{snapshot}", $"/v2/snapshots/{ofVolume}"])
        {
            await ApiCalls.JsonAsync(App, "GET", gone, token, 404);
        }

        var status = await GetAsync($"/v2/droplets/{droplet}/destroy_with_associated_resources/status", token);
        Assert.Equal(droplet, (string?)status["droplet"]!["id"]);
        Assert.Equal("old-01", (string?)status["droplet"]!["name"]);
        Assert.Equal([volume], Ids(status["resources"]!, "volumes"));
        Assert.Equal([snapshot], Ids(status["resources"]!, "snapshots"));
        Assert.Equal(0, (int?)status["failures"]);
        await ApiCalls.JsonAsync(App, "POST", $"/v2/droplets/{droplet}/destroy_with_associated_resources/retry", token, 202);
    }

    [Fact]
    public async Task Only_what_the_request_names_is_destroyed_with_it()
    {
        var token = await ApiCalls.TokenAsync(App);
        var (droplet, volume, ip) = await CreateAsync(token);
        await ApiCalls.JsonAsync(App, "DELETE", $"/v2/droplets/{droplet}/destroy_with_associated_resources/selective", token, 202, $$"""{"reserved_ips":["{{ip}}"]}""");

        await ApiCalls.JsonAsync(App, "GET", $"/v2/reserved_ips/{ip}", token, 404);
        Assert.Empty((await GetAsync($"/v2/volumes/{volume}", token))["volume"]!["droplet_ids"]!.AsArray());
        var status = await GetAsync($"/v2/droplets/{droplet}/destroy_with_associated_resources/status", token);
        Assert.Equal([ip], Ids(status["resources"]!, "reserved_ips"));
        Assert.Empty(Ids(status["resources"]!, "volumes"));
    }

    [Fact]
    public async Task What_is_deleted_is_no_longer_in_what_referred_to_it()
    {
        var token = await ApiCalls.TokenAsync(App);
        var (droplet, volume, ip) = await CreateAsync(token);
        var kept = await CreateAsync(token);
        await ApiCalls.JsonAsync(App, "DELETE", $"/v2/volumes/{kept.Volume}", token, 204);
        Assert.Empty((await GetAsync($"/v2/droplets/{kept.Droplet}", token))["droplet"]!["volume_ids"]!.AsArray());
        await ApiCalls.JsonAsync(App, "DELETE", $"/v2/droplets/{droplet}", token, 204);

        Assert.Empty((await GetAsync($"/v2/volumes/{volume}", token))["volume"]!["droplet_ids"]!.AsArray());
        Assert.Null((await GetAsync($"/v2/reserved_ips/{ip}", token))["reserved_ip"]!["droplet"]);
        Assert.Equal(kept.Droplet, (await GetAsync($"/v2/reserved_ips/{kept.Ip}", token))["reserved_ip"]!["droplet"]!["id"]!.ToString());
    }

    [Theory]
    [InlineData("GET", "status", 404)]
    [InlineData("POST", "retry", 404)]
    public async Task Nothing_is_known_about_a_droplet_that_never_existed(string method, string last, int status) =>
        await ApiCalls.JsonAsync(App, method, $"/v2/droplets/99/destroy_with_associated_resources/{last}", await ApiCalls.TokenAsync(App), status);

    private async Task<(string Droplet, string Volume, string Ip)> CreateAsync(string token)
    {
        var droplet = (await ApiCalls.JsonAsync(App, "POST", "/v2/droplets", token, 202, """{"name":"old-01","region":"nyc3","size":"s-1vcpu-1gb","image":"debian-13-x64"}"""))["droplet"]!["id"]!.ToString();
        var volume = (string)(await ApiCalls.JsonAsync(App, "POST", "/v2/volumes", token, 201, $$"""{"name":"data-{{droplet}}","region":"nyc3","size_gigabytes":10}"""))["volume"]!["id"]!;
        await ApiCalls.JsonAsync(App, "POST", $"/v2/volumes/{volume}/actions", token, 202, $$"""{"type":"attach","droplet_id":{{droplet}}}""");
        var ip = (string)(await ApiCalls.JsonAsync(App, "POST", "/v2/reserved_ips", token, 202, $$"""{"droplet_id":{{droplet}}}"""))["reserved_ip"]!["ip"]!;
        return (droplet, volume, ip);
    }

    private async Task DestroyAsync(string path, string token)
    {
        var (status, _, text) = await ApiCalls.SendAsync(App, "DELETE", path, token);
        Assert.True(status == 202, text);
    }

    private static List<string> Ids(JsonNode answer, string member) => [.. answer[member]!.AsArray().Select(item => (string)item!["id"]!)];

    private Task<JsonObject> GetAsync(string path, string token) => ApiCalls.JsonAsync(App, "GET", path, token, 200);
}
