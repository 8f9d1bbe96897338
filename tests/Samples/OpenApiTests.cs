using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Samples.Tests;

/// <summary>The OpenAPI document, from the build and from the running app.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task OpenApi_describes_the_cookie_the_same_in_the_build_and_at_run_time()
    {
        // The build of this repository has no client ID, and the tool runs the app as Production.
        var built = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "OpenApi", "obj", "OpenApi.json")))!;
        await using var sample = await Sample.StartAsync("OpenApi");
        var cookies = new CookieContainer();
        using var client = sample.NewBrowser(cookies);
        var running = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        // Only the running app has an address.
        Assert.Equal(sample.Address, new Uri((string)running["servers"]![0]!["url"]!));
        running.AsObject().Remove("servers");
        built.AsObject().Remove("servers");
        Assert.Equal(built.ToJsonString(), running.ToJsonString());

        // A program that follows the document sends the cookie that it names.
        var scheme = built["components"]!["securitySchemes"]!["DropletDeck"]!;
        var get = built["paths"]!["/droplets"]!["get"]!;
        Assert.Equal(["droplet:read"], get["security"]![0]!["DropletDeck"]!.AsArray().Select(scope => (string?)scope));
        await client.GetStringAsync(new Uri("/login?returnUrl=/openapi/v1.json", UriKind.Relative));
        using var withoutCookies = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = sample.Address };
        using var plain = await withoutCookies.GetAsync(new Uri("/droplets", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, plain.StatusCode);
        Assert.Contains("401", get["responses"]!.AsObject().Select(response => response.Key));
        using var withCookie = new HttpRequestMessage(HttpMethod.Get, new Uri("/droplets", UriKind.Relative));
        withCookie.Headers.Add("Cookie", $"{(string?)scheme["name"]}={cookies.GetCookies(sample.Address)[(string)scheme["name"]!]!.Value}");
        using var answer = await withoutCookies.SendAsync(withCookie);
        Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonNode>())!["droplets"]!.AsArray());
    }
}
