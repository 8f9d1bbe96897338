using System.Text.Json;
using DoOAuth.Api.Models;
using DoOAuth.Api.Tests.Client;

namespace DoOAuth.Api.Tests.Json;

/// <summary>The types in an app's own JSON.</summary>
public sealed class SerializerTests
{
    [Fact]
    public void A_context_of_the_app_writes_and_reads_them_in_DigitalOceans_form()
    {
        List<Droplet> droplets = [new Droplet { Id = 7, SizeSlug = "s-1vcpu-1gb", Status = DropletStatus.Active }];

        var json = JsonSerializer.Serialize(droplets, OwnContext.Default.ListDroplet);

        Assert.Contains("\"size_slug\":\"s-1vcpu-1gb\"", json, StringComparison.Ordinal);
        Assert.Equal(DropletStatus.Active, JsonSerializer.Deserialize(json, OwnContext.Default.ListDroplet)![0].Status);
        Assert.StartsWith("""{"first":{"id":7""", JsonSerializer.Serialize(new DropletView(droplets[0], "off", 5), OwnContext.Default.DropletView), StringComparison.Ordinal);
        Assert.EndsWith(""","status":"off","image":5}""", JsonSerializer.Serialize(new DropletView(droplets[0], "off", 5), OwnContext.Default.DropletView), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_members_are_kept_or_ignored_by_choice()
    {
        const string Json = """{"account":{"email":"a","new_one":{"x":1},"droplet_limit":"many"}}""";
        using var client = AnsweringHandler.ClientFor(Json);

        var kept = await client.Account.GetAsync();
        Assert.Equal(1, kept.OtherMembers["new_one"].GetProperty("x").GetInt32());
        Assert.Equal("many", kept.MistypedMembers["droplet_limit"].GetString());

        var ignored = await new DigitalOceanApi(client, new DigitalOceanApiOptions { UnknownMembers = UnknownMembers.Ignore }).Account.GetAsync();
        Assert.Empty(ignored.OtherMembers);
        Assert.Equal("many", ignored.MistypedMembers["droplet_limit"].GetString());
        Assert.Equal("a", ignored.Email);
    }

    [Fact]
    public void A_request_can_send_members_that_are_not_described() => Assert.Equal(
        """{"name":"n","new_one":true}""",
        JsonSerializer.Serialize(new AddonsPatchRequest { Name = "n", OtherMembers = new Dictionary<string, JsonElement> { ["new_one"] = JsonElement.Parse("true") } }));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"droplet\"")]
    public void Another_kind_of_value_is_an_error_of_the_serializer(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Droplet>(json));

    [Fact]
    public void A_stream_is_read_in_pieces()
    {
        var json = $"[{string.Join(',', Enumerable.Range(0, 2000).Select(number => $$"""{"id":{{number}},"tags":["a","b"],"n\u0065w":[{"x":"ü"}]}"""))}]";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));

        var droplets = JsonSerializer.Deserialize(stream, OwnContext.Default.ListDroplet)!;

        Assert.Equal(1999, droplets[^1].Id);
        Assert.All(droplets, droplet => Assert.Equal("ü", droplet.OtherMembers["new"][0].GetProperty("x").GetString()));
    }
}
