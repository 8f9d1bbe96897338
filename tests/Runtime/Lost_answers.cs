using Microsoft.Extensions.Http.Resilience;

namespace DoOAuth.Tests;

/// <summary>A POST whose answer is lost may have created something. Libraries that repeat requests do not repeat it, unless the app asks for that.</summary>
public sealed class Lost_answers : ScriptedTests
{
    private static void Map(WebApplication app) => app.MapGet("/send", async (string method, DigitalOceanClient client, CancellationToken cancel) =>
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v2/droplets");
        using var response = await client.SendAsync(request, cancel);
        return Results.StatusCode((int)response.StatusCode);
    }).RequireDropletRead();

    // As service defaults do it, for all clients of the app.
    private static void AddToAll(IServiceCollection services)
    {
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        services.ConfigureAll<HttpStandardResilienceOptions>(options => options.Retry.Delay = TimeSpan.Zero);
    }

    private Task<TestApp> StartWithLossAsync(Action<DigitalOceanOAuthBuilder>? add = null, Action<WebApplicationBuilder>? build = null)
    {
        Provider.Api = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        return StartAsync(Map, build: build, add: add);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    [InlineData("GET", 4)]
    [InlineData("HEAD", 4)]
    public async Task Only_safe_requests_are_repeated(string method, int times)
    {
        var app = await StartWithLossAsync(build: builder => AddToAll(builder.Services));
        using var browser = await app.SignedInAsync();

        await browser.GetAsync("/send?method=" + method);

        Assert.Equal(times, Provider.To("/v2/droplets").Count);
    }

    [Fact]
    public async Task Settings_of_this_client_alone_are_applied()
    {
        var app = await StartAsync(
            Map,
            build: builder => builder.Services.ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-All", "all"))),
            add: added => added.HttpClientBuilder.ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-One", "one")));
        using var browser = await app.SignedInAsync();

        Assert.Equal(200, (await browser.GetAsync("/send?method=GET")).Status);

        var headers = Assert.Single(Provider.To("/v2/droplets")).Headers;
        Assert.Equal("one", headers["X-One"]);
        Assert.False(headers.ContainsKey("X-All"));
    }

    [Fact]
    public async Task So_it_is_if_the_app_adds_its_defaults_first()
    {
        var app = await StartWithLossAsync(add: added => AddToAll(added.Services));
        using var browser = await app.SignedInAsync();

        await browser.GetAsync("/send?method=POST");

        Assert.Single(Provider.To("/v2/droplets"));
    }

    [Fact]
    public async Task An_app_that_asks_for_it_gets_what_it_configures()
    {
        var app = await StartWithLossAsync(add: added => added.HttpClientBuilder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero));
        using var browser = await app.SignedInAsync();

        await browser.GetAsync("/send?method=POST");

        Assert.Equal(4, Provider.To("/v2/droplets").Count);
    }

    [Fact]
    public async Task Other_clients_are_left_alone()
    {
        var app = await StartWithLossAsync(build: builder => AddToAll(builder.Services));
        using var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("other");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri(Provider.Address, "/v2/other"), content: null));

        Assert.Equal(4, Provider.To("/v2/other").Count);
    }
}
