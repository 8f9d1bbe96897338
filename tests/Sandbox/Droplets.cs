using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests;

public sealed class Droplets : SandboxFixture
{
    [Fact]
    public async Task A_team_starts_with_three()
    {
        var page = await GetAsync("/v2/droplets", await TokenAsync());

        Assert.Equal(["web-01", "web-02", "postgres-01"], Names(page));
        Assert.Equal(3, (int?)page["meta"]!["total"]);
        Assert.Empty(page["links"]!.AsObject());
        Assert.Equal("active", (string?)page["droplets"]![0]!["status"]);
        Assert.Equal("nyc3", (string?)page["droplets"]![0]!["region"]!["slug"]);
    }

    [Fact]
    public async Task Pages_link_to_each_other()
    {
        var token = await TokenAsync();
        var first = await GetAsync("/v2/droplets?per_page=2", token);
        Assert.Equal(["web-01", "web-02"], Names(first));
        Assert.Equal(["last", "next"], first["links"]!["pages"]!.AsObject().Select(pair => pair.Key).Order());

        var second = await GetAsync((string)first["links"]!["pages"]!["next"]!, token);
        Assert.Equal(["postgres-01"], Names(second));
        Assert.Equal(["first", "prev"], second["links"]!["pages"]!.AsObject().Select(pair => pair.Key).Order());
        Assert.Equal(3, (int?)second["meta"]!["total"]);

        Assert.Empty(Names(await GetAsync("/v2/droplets?page=9&per_page=2", token)));
        Assert.Equal(["postgres-01"], Names(await GetAsync("/v2/droplets?tag_name=database", token)));
        Assert.Equal(["web-02"], Names(await GetAsync("/v2/droplets?name=web-02", token)));
    }

    [Fact]
    public async Task One_can_be_made_read_and_deleted()
    {
        var token = await TokenAsync();
        using var created = await CreateAsync(token, """{"name":"fresh-01","region":"ams3","size":"s-1vcpu-1gb","image":"ubuntu-24-04-x64","tags":["new"]}""");
        var droplet = (await OAuthDriver.ReadAsync(created, HttpStatusCode.Accepted))["droplet"]!;
        Assert.Equal("new", (string?)droplet["status"]);
        var path = $"/v2/droplets/{(long)droplet["id"]!}";

        var read = (await GetAsync(path, token))["droplet"]!;
        Assert.Equal(("fresh-01", "active", "ams3"), ((string?)read["name"], (string?)read["status"], (string?)read["region"]!["slug"]));

        using var deleted = await App.ApiAsync(HttpMethod.Delete, path, token);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var again = await App.ApiAsync(HttpMethod.Delete, path, token);
        Assert.Equal("not_found", (string?)(await OAuthDriver.ReadAsync(again, HttpStatusCode.NotFound))["id"]);
        using var gone = await App.ApiAsync(HttpMethod.Get, path, token);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{"region":"ams3","size":"s-1vcpu-1gb","image":"debian-13-x64"}""", "name")]
    [InlineData("""{"name":"no spaces","region":"ams3","size":"s-1vcpu-1gb","image":"debian-13-x64"}""", "name")]
    [InlineData("""{"name":"a","region":"moon1","size":"s-1vcpu-1gb","image":"debian-13-x64"}""", "Region")]
    [InlineData("""{"name":"a","region":"ams3","size":"huge","image":"debian-13-x64"}""", "Size")]
    [InlineData("""{"name":"a","region":"ams3","size":"s-1vcpu-1gb","image":7}""", "Image")]
    [InlineData("[]", "object")]
    public async Task What_cannot_be_made_is_422(string body, string mentioned)
    {
        using var response = await CreateAsync(await TokenAsync(), body);
        var error = await OAuthDriver.ReadAsync(response, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("unprocessable_entity", (string?)error["id"]);
        Assert.Contains(mentioned, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_400()
    {
        using var response = await CreateAsync(await TokenAsync(), "{");
        Assert.Equal("bad_request", (string?)(await OAuthDriver.ReadAsync(response, HttpStatusCode.BadRequest))["id"]);
    }

    [Theory]
    [InlineData("/v2/regions", "regions", "nyc3")]
    [InlineData("/v2/sizes", "sizes", "s-1vcpu-1gb")]
    [InlineData("/v2/images", "images", "debian-13-x64")]
    public async Task What_a_droplet_is_made_of_can_be_listed(string path, string name, string slug) =>
        Assert.Contains((await GetAsync(path, await TokenAsync()))[name]!.AsArray(), item => (string?)item!["slug"] == slug);

    private static IEnumerable<string?> Names(JsonObject page) => page["droplets"]!.AsArray().Select(droplet => (string?)droplet!["name"]);

    private async Task<string> TokenAsync() => (string)(await App.SignInAsync("write"))["access_token"]!;

    private async Task<JsonObject> GetAsync(string address, string token)
    {
        using var response = await App.ApiAsync(HttpMethod.Get, address, token);
        return await OAuthDriver.ReadAsync(response, HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> CreateAsync(string token, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await App.ApiAsync(HttpMethod.Post, "/v2/droplets", token, content);
    }
}
