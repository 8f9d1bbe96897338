using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Yarp.ReverseProxy.Configuration;

namespace DoOAuth.Tests;

/// <summary>A backend for frontend: YARP forwards the browser's requests to the API with the user's token.</summary>
public sealed class Forwarding_with_YARP : ScriptedTests
{
    private async Task<(TestApp App, ScriptedProvider Other)> StartProxyAsync(bool isGuarded = true, Action<IServiceCollection>? services = null)
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
            build: builder =>
            {
                AddProxy(builder, other).AddDigitalOcean();
                services?.Invoke(builder.Services);
            });
        return (app, other);
    }

    private IReverseProxyBuilder AddProxy(WebApplicationBuilder builder, ScriptedProvider other) => builder.Services.AddReverseProxy().LoadFromMemory(
        [Route("api", "/do/{**rest}", "/do"), Route("other", "/other/{**rest}", "/other")],
        [Cluster("api", Provider.Address), Cluster("other", other.Address)]);

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

    [Fact]
    public async Task A_session_cookie_of_another_name_goes_nowhere_either()
    {
        var (app, other) = await StartProxyAsync(
            services: services => services.Configure<CookieAuthenticationOptions>(DropletDeck.SessionScheme, options => options.Cookie.Name = "sid"));
        using var browser = await app.SignedInAsync();
        foreach (var name in new[] { "sidC1", "sidC12", "side", "sidCase" })
        {
            browser.Cookies.Add(new System.Net.Cookie(name, "x", "/", "127.0.0.1"));
        }

        Assert.Equal(200, (await browser.GetAsync("/other/v2/droplets")).Status);

        Assert.Equal("side=x; sidCase=x", Assert.Single(other.To("/v2/droplets")).Headers["Cookie"]);
    }

    [Fact]
    public async Task The_callers_own_authorization_does_not_reach_the_api()
    {
        var (app, other) = await StartProxyAsync();
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.GetAsync("/do/v2/droplets", ("Authorization", "Bearer of-the-app"))).Status);
        Assert.Equal(200, (await browser.GetAsync("/other/v2/droplets", ("Authorization", "Bearer of-the-app"))).Status);

        Assert.StartsWith("doo_v1_access", Assert.Single(Provider.To("/v2/droplets")).Bearer, StringComparison.Ordinal);
        Assert.Equal("of-the-app", Assert.Single(other.To("/v2/droplets")).Bearer);
    }

    [Fact]
    public async Task Clients_that_are_configured_before_are_used()
    {
        var configured = 0;
        var app = await StartAsync(
            app => app.MapReverseProxy().RequireDropletRead(),
            build: builder => AddProxy(builder, Provider).ConfigureHttpClient((_, _) => configured++).AddDigitalOcean());
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.GetAsync("/do/v2/droplets")).Status);

        Assert.Equal(2, configured);
        Assert.StartsWith("doo_v1_access", Assert.Single(Provider.To("/v2/droplets")).Bearer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_that_replace_the_ones_with_the_token_are_an_error_at_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            app => app.MapReverseProxy().RequireDropletRead(),
            build: builder => AddProxy(builder, Provider).AddDigitalOcean().ConfigureHttpClient((_, _) => { })));

        Assert.Contains("ConfigureHttpClient(…).AddDigitalOcean()", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/login", 401, false)]
    [InlineData("/admin/login", 200, false)]
    [InlineData("/login", 502, true)]
    public async Task With_two_classes_the_guard_determines_whose_token_it_is(string login, int status, bool isOpen)
    {
        var other = Keep(await ScriptedProvider.StartAsync());
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration.Concat(Provider.ConfigurationFor("Admin")).ToDictionary(),
            builder =>
            {
                builder.AddDropletDeck();
                builder.AddAdminDeck();
                AddProxy(builder, other).AddDigitalOcean();
            },
            app =>
            {
                app.MapDropletDeck();
                app.MapAdminDeck();
                var proxy = app.MapReverseProxy();
                if (!isOpen)
                {
                    proxy.RequireAdminDropletRead();
                }
            }));
        using var browser = await app.SignedInAsync(login);

        var answer = await browser.GetAsync("/do/v2/droplets");
        var others = await browser.GetAsync("/other/v2/droplets");

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 502 ? 200 : status, others.Status);
        Assert.Equal(status == 200 ? 1 : 0, Provider.To("/v2/droplets").Count(request => request.Bearer is not null && !request.Headers.ContainsKey("Cookie")));
        Assert.All(other.To("/v2/droplets"), request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }
}
