using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>What is created is listed, can be read and changed, and is gone when it is deleted: for every kind of resource.</summary>
public sealed class State_of_resources : SandboxFixture
{
    public static TheoryData<string> Creatable =>
        [.. ApiModel.Instance.Resources.Kinds.Where(kind => kind.ItemPath is not null && Operation("POST", kind.Path) is not null && Operation("GET", kind.ItemPath) is not null).Select(kind => kind.Path)];

    public static TheoryData<string> Readable =>
        [.. ApiModel.Instance.Resources.Kinds.Where(kind => kind.ItemPath is not null && Operation("GET", kind.ItemPath) is not null).Select(kind => kind.ItemPath!)];

    [Theory]
    [MemberData(nameof(Creatable))]
    public async Task What_is_created_is_kept(string path)
    {
        var kind = ApiModel.Instance.Resources.AtPath(path)!;
        var token = await ApiCalls.TokenAsync(App);
        var create = Operation("POST", path)!;
        var collection = ApiCalls.PathOf(create);
        var body = ApiCalls.BodyOf(create);
        var before = await IdentitiesAsync(kind, collection, token);

        var (status, _, text) = await ApiCalls.SendAsync(App, "POST", collection, token, body);
        Assert.True(status is >= 200 and < 300, text);
        var added = (await IdentitiesAsync(kind, collection, token)).Except(before).ToList();
        var identity = added.Count == 1 ? added[0] : (string?)MainOf(JsonNode.Parse(text)!.AsObject(), kind)?[kind.Identity]?.ToString();
        Assert.NotNull(identity);

        var item = $"{collection.Split('?')[0]}/{Uri.EscapeDataString(identity)}";
        Assert.Equal(200, (await ApiCalls.SendAsync(App, "GET", item, token)).Status);
        if (Operation("DELETE", kind.ItemPath!) is { } delete)
        {
            var (deleted, _, answer) = await ApiCalls.SendAsync(App, "DELETE", item, token);
            Assert.True(deleted == ApiModel.Instance.Answers.Find(delete.OperationId)!.Status, answer);
            Assert.Equal(404, (await ApiCalls.SendAsync(App, "GET", item, token)).Status);
            Assert.Equal(404, (await ApiCalls.SendAsync(App, "DELETE", item, token)).Status);
            Assert.DoesNotContain(identity, await IdentitiesAsync(kind, collection, token));
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task An_unknown_id_is_not_found(string itemPath)
    {
        var token = await ApiCalls.TokenAsync(App);
        var path = ApiCalls.PathOf(Operation("GET", itemPath)!);
        var unknown = path[..(path.LastIndexOf('/') + 1)] + "99999999";
        Assert.Equal(200, (await ApiCalls.SendAsync(App, "GET", path, token)).Status);
        var error = await ApiCalls.JsonAsync(App, "GET", unknown, token, 404);
        Assert.Equal("not_found", (string?)error["id"]);
    }

    [Fact]
    public async Task What_is_changed_stays_changed()
    {
        var token = await ApiCalls.TokenAsync(App);
        await ApiCalls.JsonAsync(App, "PUT", "/v2/account/keys/512189", token, 200, """{"name":"renamed"}""");
        Assert.Equal("renamed", (string?)(await ApiCalls.JsonAsync(App, "GET", "/v2/account/keys/512189", token, 200))["ssh_key"]!["name"]);

        await ApiCalls.JsonAsync(App, "PUT", "/v2/databases/9cc10173-e9ea-4176-9dbc-a4cee4c4ff30/eviction_policy", token, 204, """{"eviction_policy":"allkeys_lru"}""");
        Assert.Equal("allkeys_lru", (string?)(await ApiCalls.JsonAsync(App, "GET", "/v2/databases/9cc10173-e9ea-4176-9dbc-a4cee4c4ff30/eviction_policy", token, 200))["eviction_policy"]);
    }

    [Fact]
    public async Task Two_teams_have_their_own()
    {
        var token = await ApiCalls.TokenAsync(App);
        await ApiCalls.JsonAsync(App, "POST", "/v2/tags", token, 201, """{"name":"mine"}""");
        await using var other = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        using var app = new OAuthDriver(other);
        Assert.Equal(404, (await ApiCalls.SendAsync(app, "GET", "/v2/tags/mine", await ApiCalls.TokenAsync(app))).Status);
    }

    private static OperationEntry? Operation(string method, string path) =>
        ApiModel.Instance.Operations.Entries.FirstOrDefault(operation => operation.Method == method && operation.Path == path);

    private static JsonObject? MainOf(JsonObject answer, ResourceKind kind) =>
        answer.ContainsKey(kind.Identity) ? answer : answer.Select(pair => pair.Value).OfType<JsonObject>().FirstOrDefault(inner => inner.ContainsKey(kind.Identity));

    private async Task<List<string>> IdentitiesAsync(ResourceKind kind, string collection, string token)
    {
        var page = await ApiCalls.JsonAsync(App, "GET", $"{collection.Split('?')[0]}?per_page=200", token, 200);
        return [.. page.Select(pair => pair.Value).OfType<JsonArray>().First().OfType<JsonObject>().Select(item => item[kind.Identity]?.ToString()).OfType<string>()];
    }
}
