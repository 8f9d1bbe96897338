using DoOAuth.RefreshData;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>Operations of other hosts are not part of the data: an app must not send a user's token to them.</summary>
public sealed class ServerTests
{
    private const string Other = "{ url: 'https://inference.example' }";
    private const string Api = "{ url: 'https://api.digitalocean.com', description: production }";

    [Theory]
    [InlineData(Api)]
    [InlineData("{ url: 'https://api.digitalocean.com/' }")]
    [InlineData("{ url: 'https://API.DigitalOcean.com:443' }")]
    [InlineData("{ url: '//api.digitalocean.com' }")]
    [InlineData("{ url: / }")]
    [InlineData("{ url: '' }")]
    [InlineData("{ url: . }")]
    [InlineData("{ url: 'https://{host}', variables: { host: { default: api.digitalocean.com } } }")]
    [InlineData("{ url: 'https://{host}', variables: { host: { default: inference.example, enum: [ inference.example, api.digitalocean.com ] } } }")]
    [InlineData("{ url: 'https://{name}.{domain}', variables: { name: { default: api, enum: [ api, beta ] }, domain: { default: digitalocean.com } } }")]
    [InlineData("{ url: '{address}', variables: { address: { default: 'https://api.digitalocean.com' } } }")]
    [InlineData(Other + ", " + Api)]
    [InlineData(Api + ", " + Other)]
    [InlineData(Other + ", { url: / }")]
    public void An_operation_of_the_api_is_read(string servers)
    {
        Assert.Equal("/v2/x", PathOf(operation: servers));
        Assert.Equal("/v2/x", PathOf(path: servers));
        Assert.Equal("/v2/x", PathOf(root: servers));
    }

    [Theory]
    [InlineData(Other)]
    [InlineData(Other + ", { url: 'https://digitalocean.com' }")]
    [InlineData("{ url: 'https://api.digitalocean.com.example' }")]
    [InlineData("{ url: 'https://example/api.digitalocean.com' }")]
    [InlineData("{ url: 'https://api.digitalocean.com@example' }")]
    [InlineData("{ url: 'https://api.digitalocean.com:8443' }")]
    [InlineData("{ url: '//inference.example' }")]
    [InlineData("{ url: 'https://' }")]
    [InlineData("{ url: 'https://{agent}' }")]
    [InlineData("{ url: '{agent}' }")]
    [InlineData("{ url: 'https://{agent}', variables: { agent: { default: '{your-agent}' } } }")]
    [InlineData("{ url: 'https://{agent}', variables: { agent: { default: a.example, enum: [ a.example, b.example ] } } }")]
    public void An_operation_of_another_host_is_left_out(string servers)
    {
        Assert.Null(PathOf(operation: servers));
        Assert.Null(PathOf(path: servers));
        Assert.Null(PathOf(root: servers));
    }

    [Theory]
    [InlineData("{ url: 'https://api.digitalocean.com/v2' }")]
    [InlineData("{ url: 'https://api.digitalocean.com/v2/' }")]
    [InlineData("{ url: /v2 }")]
    [InlineData("{ url: v2 }")]
    [InlineData("{ url: ./v2 }")]
    [InlineData("{ url: 'https://api.digitalocean.com/{version}', variables: { version: { default: v2, enum: [ v1, v2 ] } } }")]
    [InlineData("{ url: '/{version}', variables: { version: { default: v2 } } }")]
    public void The_path_of_a_server_is_part_of_the_operations_path(string servers) => Assert.Equal("/v2/v2/x", PathOf(operation: servers));

    [Fact]
    public void The_operations_servers_win_over_the_paths_and_these_over_the_descriptions()
    {
        Assert.Equal("/v2/x", PathOf(operation: Api, path: Other, root: Other));
        Assert.Equal("/v2/x", PathOf(path: Api, root: Other));
        Assert.Null(PathOf(operation: Other, path: Api, root: Api));
        Assert.Null(PathOf(path: Other, root: Api));
    }

    [Fact]
    public void An_empty_list_is_no_list()
    {
        Assert.Equal("/v2/x", PathOf(operation: "", path: "", root: ""));
        Assert.Null(PathOf(operation: "", path: Other, root: Api));
        Assert.Null(PathOf(operation: "", path: "", root: Other));
    }

    [Fact]
    public void A_path_that_is_a_reference_can_have_servers_of_its_own() => Assert.Equal(["https://inference.example"], Read($$"""
        { openapi: 3.0.0, paths: {
          /v2/x: { $ref: '#/item', servers: [ {{Other}} ] },
          /v2/y: { $ref: '#/item' } },
          item: { servers: [ {{Api}} ], get: { operationId: x } } }
        """).OtherServers);

    [Fact]
    public void Two_operations_with_the_same_address_are_an_error()
    {
        var exception = Assert.Throws<RefreshException>(() => Read("""
            { openapi: 3.0.0, paths: {
              /x: { servers: [ { url: /v2 } ], get: { operationId: x } },
              /v2/x: { get: { operationId: y } } } }
            """));
        Assert.Equal("The description contains GET /v2/x twice.", exception.Message);
    }

    [Fact]
    public void The_command_adds_no_operation_of_another_host_and_says_how_many_it_leaves_out()
    {
        using var data = new TemporaryData();
        var description = TemporaryData.Description + TemporaryData.Bundled("other-hosts.yaml");
        Assert.Equal(0, data.Run(data.Save(description), "--write"));
        Assert.Equal(
            """
            Operations of api.digitalocean.com: 3. Corrected values: 0.
            Operations of other servers, left out: 3 of https://inference.example
            Operations of other servers, left out: 1 of https://{agent}
            Operations of other servers, left out: 1 of https://
            The data is up to date.

            """,
            data.Output);
        data.AssertUnchanged();
    }

    [Fact]
    public void An_operation_that_moves_to_another_host_is_removed()
    {
        using var data = new TemporaryData();
        var description = TemporaryData.Description.Replace("shells_list,", $"shells_list, servers: [ {Other} ],", StringComparison.Ordinal);
        Assert.Equal(3, data.Run(data.Save(description), "--as-of", "2026-01-31"));
        Assert.StartsWith("operations.tsv  - GET\t/v2/shells\tshells_list\tshell:read\t\nanswers.tsv     - shells_list\t\t\t\t\t200\napi-names.tsv   - operation\tshells_list\t\tShells.ListAsync\nNo operation needs shell:read", data.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_of_another_host_is_an_error_and_removes_nothing()
    {
        using var data = new TemporaryData();
        var description = TemporaryData.Description.Replace("api.digitalocean.com", "api.example", StringComparison.Ordinal);
        Assert.Equal(1, data.Run(data.Save(description), "--write"));
        Assert.EndsWith("The description contains no operation of https://api.digitalocean.com/. Its servers are: https://api.example.\n", data.Error, StringComparison.Ordinal);
        data.AssertUnchanged();
    }

    // The second path is always the API's, because a description without any operation of the API is an error.
    private static string? PathOf(string? operation = null, string? path = null, string? root = null)
    {
        static string Servers(string? servers) => servers is null ? "" : $"servers: [ {servers} ], ";
        var description = Read(
            $"{{ openapi: 3.0.0, {Servers(root)}paths: {{ "
            + $"/v2/x: {{ {Servers(path)}get: {{ {Servers(operation)}operationId: x }} }}, "
            + $"/v2/y: {{ servers: [ {Api} ], get: {{ operationId: y }} }} }} }}");
        Assert.Equal(2, description.Operations.Count + description.OtherServers.Count);
        Assert.Contains(description.Operations, other => other.Path == "/v2/y");
        return description.Operations.SingleOrDefault(other => other.OperationId == "x")?.Path;
    }

    private static OpenApiDescription Read(string description) => OpenApiDescription.Read(new StringReader(description));
}
