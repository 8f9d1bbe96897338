using System.Text;
using Yarp.ReverseProxy.Configuration;

namespace DoOAuth.Tests;

/// <summary>A backend for frontend: YARP forwards the browser's requests to the API with the user's token.</summary>
public sealed class Forwarding_with_YARP : ScriptedTests
{
    private async Task<(TestApp App, ScriptedProvider Other)> StartProxyAsync(bool isGuarded = true)
    {
        var other = Keep(await ScriptedProvider.StartAsync());
        var app = await StartAsync(
            app =>
            {
                var proxy = app.MapReverseProxy();
                if (isGuarded)
                {
                    proxy.RequireDropletRead();
                }
            },
            build: builder => builder.Services.AddReverseProxy()
                .LoadFromMemory(
                    [Route("api", "/do/{**rest}", "/do"), Route("other", "/other/{**rest}", "/other")],
                    [Cluster("api", Provider.Address), Cluster("other", other.Address)])
                .AddDigitalOcean());
        return (app, other);
    }

    private static RouteConfig Route(string cluster, string path, string prefix) => new()
    {
        RouteId = cluster,
        ClusterId = cluster,
        Match = new RouteMatch { Path = path },
        Transforms = [new Dictionary<string, string> { ["PathRemovePrefix"] = prefix }],
    };

    private static ClusterConfig Cluster(string id, Uri address) => new()
    {
        ClusterId = id,
        Destinations = new Dictionary<string, DestinationConfig> { ["only"] = new() { Address = address.AbsoluteUri } },
    };

    [Fact]
    public async Task The_api_gets_the_token_and_no_cookie()
    {
        var (app, _) = await StartProxyAsync();
        using var browser = await app.SignedInAsync();
        browser.Cookies.Add(new System.Net.Cookie("theme", "dark", "/", "127.0.0.1"));

        var answer = await browser.GetAsync("/do/v2/droplets?page=2");

        Assert.Equal(200, answer.Status);
        var request = Assert.Single(Provider.To("/v2/droplets"));
        Assert.StartsWith("doo_v1_access", request.Bearer, StringComparison.Ordinal);
        Assert.Equal("?page=2", request.Query);
        Assert.False(request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Another_destination_gets_neither_token_nor_session()
    {
        var (app, other) = await StartProxyAsync();
        using var browser = await app.SignedInAsync();
        browser.Cookies.Add(new System.Net.Cookie("theme", "dark", "/", "127.0.0.1"));

        Assert.Equal(200, (await browser.GetAsync("/other/v2/droplets")).Status);

        var request = Assert.Single(other.To("/v2/droplets"));
        Assert.Null(request.Bearer);
        Assert.Equal("theme=dark", request.Headers["Cookie"]);
        Assert.Empty(Provider.To("/v2/droplets"));
    }

    [Theory]
    [InlineData("GET", 0, true)]
    [InlineData("DELETE", 0, true)]
    [InlineData("POST", 20, true)]
    [InlineData("POST", 100_000, false)]
    public async Task A_rejected_token_is_replaced_and_the_request_repeated(string method, int length, bool isRepeated)
    {
        var strict = new StrictTokens(Provider, TimeSpan.FromHours(1));
        var (app, _) = await StartProxyAsync();
        using var browser = await app.SignedInAsync();
        strict.KillAccessTokens();
        var body = new string('x', length);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(app.Address, "/do/v2/droplets"));
        request.Content = length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null;

        using var answer = await client.SendAsync(request);

        Assert.Equal(isRepeated ? 200 : 401, (int)answer.StatusCode);
        var sent = Provider.To("/v2/droplets");
        Assert.Equal(isRepeated ? 2 : 1, sent.Count);
        Assert.All(sent, one => Assert.Equal(body, one.Body));
        Assert.Equal(sent.Count, sent.Select(one => one.Bearer).Distinct().Count());
        Assert.Single(Provider.Refreshes);
        Assert.Equal(200, (await browser.GetAsync("/do/v2/droplets")).Status);
    }

    [Fact]
    public async Task A_session_that_the_api_ends_gets_the_response_of_a_guard()
    {
        var strict = new StrictTokens(Provider, TimeSpan.FromHours(1));
        var (app, _) = await StartProxyAsync();
        using var browser = await app.SignedInAsync();
        strict.WithdrawAccess();

        var answer = await browser.GetAsync("/do/v2/droplets");

        Assert.Equal((401, FailureReasons.InvalidGrant), (answer.Status, answer.Reason));
        Assert.Equal("/login?returnUrl=%2Fdo%2Fv2%2Fdroplets", (string?)answer.Json["login"]);
        Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
        Leaks.AssertNone(answer, app, Provider);
    }

    [Fact]
    public async Task Without_a_guard_the_token_decides()
    {
        var (app, _) = await StartProxyAsync(isGuarded: false);
        using var browser = app.NewBrowser();

        Assert.Equal(401, (await browser.GetAsync("/do/v2/droplets")).Status);
        Assert.Equal("/login?returnUrl=%2Fdo%2Fv2%2Fdroplets", (await browser.LoadAsync("/do/v2/droplets")).Header("Location"));
        Assert.Empty(Provider.To("/v2/droplets"));
        Assert.Equal(200, (await browser.GetAsync("/other/v2/droplets")).Status);
    }
}
