using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;

namespace DoOAuth.Sandbox.Tests;

public sealed class The_API : SandboxFixture
{
    [Fact]
    public void The_data_is_in_order()
    {
        Assert.Empty(CatalogFiles.Scopes.Faults);
        Assert.Empty(CatalogFiles.Operations.Faults);
        Assert.True(CatalogFiles.Operations.Entries.Count >= 644, $"{CatalogFiles.Operations.Entries.Count} operations");
    }

    [Fact]
    public async Task Every_operation_answers_401_without_a_token_and_with_a_wrong_one()
    {
        foreach (var operation in CatalogFiles.Operations.Entries)
        {
            await AssertAsync(operation, null, HttpStatusCode.Unauthorized, "unauthorized");
        }

        await AssertAsync(CatalogFiles.Operations.Entries[0], "doo_v1_" + new string('0', 64), HttpStatusCode.Unauthorized, "unauthorized");
        await AssertAsync(CatalogFiles.Operations.Entries[0], "nonsense", HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Every_operation_answers_403_where_one_of_its_scopes_is_missing()
    {
        // A token with every scope but one family, for each family: what needs it is refused, the rest is not.
        var all = CatalogFiles.Scopes.Current.Select(scope => scope.Name).Where(scope => scope.Contains(':', StringComparison.Ordinal) && !scope.StartsWith("api:", StringComparison.Ordinal)).ToList();
        foreach (var family in CatalogFiles.Operations.Entries.SelectMany(operation => operation.Scopes.Mentioned).Select(Family).Distinct())
        {
            var held = all.Where(scope => Family(scope) != family).ToHashSet();
            var token = await TokenAsync(string.Join(' ', held));
            foreach (var operation in CatalogFiles.Operations.Entries.Where(operation => operation.Scopes.Mentioned.Any(scope => Family(scope) == family)))
            {
                Assert.False(operation.Scopes.IsMetBy(held.Contains), $"{operation.OperationId} has alternatives in two families: the test does not cover it.");
                await AssertAsync(operation, token, HttpStatusCode.Forbidden, "forbidden");
            }
        }
    }

    [Theory]
    [InlineData("read", "GET", "/v2/droplets", 200)]
    [InlineData("read", "HEAD", "/v2/droplets", 200)]
    [InlineData("read", "DELETE", "/v2/tags/x", 403)]
    [InlineData("api:read", "GET", "/v2/droplets", 200)]
    [InlineData("api:read", "POST", "/v2/tags", 403)]
    [InlineData("write", "GET", "/v2/droplets", 200)]
    [InlineData("write", "DELETE", "/v2/tags/awesome", 204)]
    [InlineData("write", "DELETE", "/v2/tags/x", 404)]
    [InlineData("api:write", "POST", "/v2/cdn/endpoints", 422)]
    [InlineData("droplet:read", "GET", "/v2/droplets", 200)]
    [InlineData("droplet:create", "GET", "/v2/droplets", 403)]
    public async Task Broad_scopes_cover_by_name(string scope, string method, string path, int status)
    {
        using var response = await App.ApiAsync(new HttpMethod(method), path, await TokenAsync(scope));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_path_or_verb_is_404()
    {
        var token = await TokenAsync("write");
        using var unknown = await App.ApiAsync(HttpMethod.Get, "/v2/nothing/here", token);
        Assert.Equal("not_found", (string?)(await OAuthDriver.ReadAsync(unknown, HttpStatusCode.NotFound))["id"]);
        using var wrongVerb = await App.ApiAsync(HttpMethod.Put, "/v2/account", token);
        Assert.Equal("not_found", (string?)(await OAuthDriver.ReadAsync(wrongVerb, HttpStatusCode.NotFound))["id"]);
    }

    private static string Family(string scope) => scope.Split(':')[0];

    private async Task<string> TokenAsync(string scope) => (string)(await App.SignInAsync(scope))["access_token"]!;

    private async Task AssertAsync(OperationEntry operation, string? token, HttpStatusCode status, string id)
    {
        using var response = await SendAsync(operation, token);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{operation.Method} {operation.Path}: {response.StatusCode} {text}");
        Assert.Equal(id, (string?)JsonNode.Parse(text)!["id"]);
    }

    private async Task<HttpResponseMessage> SendAsync(OperationEntry operation, string? token)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? "7" : segment));
        using var content = new StringContent(
            operation.OperationId == "droplets_create" ? """{"name":"one","region":"nyc3","size":"s-1vcpu-1gb","image":"debian-13-x64"}""" : "{}",
            Encoding.UTF8,
            "application/json");
        return await App.ApiAsync(new HttpMethod(operation.Method), path, token, operation.Method == "GET" ? null : content);
    }
}
