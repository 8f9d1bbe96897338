using System.Net.Http.Json;

namespace DoOAuth.Tests;

/// <summary>The client acts for the signed-in user, and its token goes to the API and nowhere else.</summary>
public sealed class The_client : ScriptedTests
{
    [Fact]
    public async Task A_relative_address_leads_to_the_api_with_the_users_token()
    {
        var app = await StartAsync(app =>
        {
            app.MapGet("/droplets", (DigitalOceanClient client, CancellationToken cancel) => client.GetFromJsonAsync<Echo>("/v2/droplets", cancel)).RequireDropletRead();
            app.MapGet("/own", (DropletDeck.Client client, CancellationToken cancel) => client.GetFromJsonAsync<Echo>("v2/droplets", cancel)).RequireDropletRead();
        });
        using var browser = await app.SignedInAsync();
        foreach (var path in new[] { "/droplets", "/own" })
        {
            var answer = await browser.GetAsync(path);
            Assert.StartsWith("doo_v1_access", (string)answer.Json["bearer"]!, StringComparison.Ordinal);
            Assert.Equal("/v2/droplets", (string?)answer.Json["path"]);
        }

        // Not even at Trace, where the framework's client log shows headers.
        Assert.Contains(app.Logs.Lines, line => line.Category.StartsWith("System.Net.Http.HttpClient.DoOAuth.Api", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Lines, line => line.All.Contains("doo_v1_access", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_posts_and_it_sends_without_waiting_for_the_thread_too()
    {
        var app = await StartAsync(app =>
        {
            app.MapGet("/post", async (DigitalOceanClient client) =>
            {
                using var response = await client.PostAsJsonAsync("/v2/droplets", new { name = "web-1" });
                return await response.Content.ReadFromJsonAsync<Echo>();
            }).RequireDropletRead();
            app.MapGet("/sync-handler", (DigitalOceanSessions sessions) =>
            {
                using var invoker = new HttpMessageInvoker(sessions.CreateHandler(new SocketsHttpHandler()));
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sessions.ApiBaseAddress, "/v2/sync"));
                using var response = invoker.Send(request, CancellationToken.None);
                using var reader = new StreamReader(response.Content.ReadAsStream());
                return reader.ReadToEnd();
            }).RequireDropletRead();
            app.MapGet("/sync", (DigitalOceanClient client) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/sync");
                using var response = client.Send(request);
                using var reader = new StreamReader(response.Content.ReadAsStream());
                return reader.ReadToEnd();
            }).RequireDropletRead();
        });
        using var browser = await app.SignedInAsync();

        Assert.StartsWith("doo_v1_access", (string)(await browser.GetAsync("/post")).Json["bearer"]!, StringComparison.Ordinal);
        Assert.Contains("web-1", Provider.To("/v2/droplets")[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("doo_v1_access", (string)(await browser.GetAsync("/sync")).Json["bearer"]!, StringComparison.Ordinal);
        Assert.StartsWith("doo_v1_access", (string)(await browser.GetAsync("/sync-handler")).Json["bearer"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_origin_gets_no_token()
    {
        var foreign = Keep(await ScriptedProvider.StartAsync());
        var app = await StartAsync(app => app.MapGet("/go", (string to, DigitalOceanClient client) => client.GetStringAsync(new Uri(to))).RequireDropletRead());
        using var browser = await app.SignedInAsync();
        foreach (var address in new[] { foreign.Address.AbsoluteUri + "v2/x", $"http://localhost:{foreign.Address.Port}/v2/x", $"http://user@{foreign.Address.Authority}/v2/x" })
        {
            var answer = await browser.GetAsync("/go?to=" + Uri.EscapeDataString(address));
            Assert.Equal(200, answer.Status);
        }

        Assert.Equal(3, foreign.Requests.Count);
        Assert.All(foreign.Requests, request => Assert.False(request.Headers.ContainsKey("Authorization")));

        // The same machine by another name is another origin too.
        await browser.GetAsync("/go?to=" + Uri.EscapeDataString($"http://localhost:{Provider.Address.Port}/v2/x"));
        Assert.Null(Provider.To("/v2/x")[^1].Bearer);
        await browser.GetAsync("/go?to=" + Uri.EscapeDataString($"http://127.0.0.1:{Provider.Address.Port}/v2/x"));
        Assert.NotNull(Provider.To("/v2/x")[^1].Bearer);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_of_the_apis_takes_no_token_along(int status)
    {
        var foreign = Keep(await ScriptedProvider.StartAsync());
        Provider.Api = (context, _) =>
        {
            context.Response.Headers.Location = foreign.Address + "v2/stolen";
            return Answer.Json(context, status, "{}");
        };
        var app = await StartAsync(app => app.MapGet("/go", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead());
        using var browser = await app.SignedInAsync();
        await browser.GetAsync("/go");

        Assert.Null(Assert.Single(foreign.Requests).Bearer);
    }

    [Fact]
    public async Task A_token_of_the_callers_own_is_left_alone()
    {
        var app = await StartAsync(app => app.MapGet("/own-token", async (DigitalOceanClient client) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/x");
            request.Headers.Authorization = new("Bearer", "the-apps-own");
            using var response = await client.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }));
        using var browser = app.NewBrowser();

        Assert.Equal("the-apps-own", (string?)(await browser.GetAsync("/own-token")).Json["bearer"]);
    }

    [Fact]
    public async Task Signed_out_a_call_is_401_and_does_not_leave_the_app()
    {
        var app = await StartAsync(app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))));
        using var browser = app.NewBrowser();

        Assert.Equal(401, (await browser.GetAsync("/call")).Status);
        Assert.Empty(Provider.Requests);
    }

    [Fact]
    public async Task The_apis_cookies_are_not_kept()
    {
        Provider.Api = (context, request) =>
        {
            context.Response.Cookies.Append("api-session", request.Bearer!);
            return Answer.Json(context, 200, "{}");
        };
        var app = await StartAsync(app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead());
        using var one = await app.SignedInAsync();
        using var other = await app.SignedInAsync();
        await one.GetAsync("/call");
        await other.GetAsync("/call");
        await one.GetAsync("/call");

        Assert.Equal(3, Provider.To("/v2/x").Count);
        Assert.All(Provider.To("/v2/x"), request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task Fifty_users_at_once_are_never_mixed()
    {
        Provider.Api = async (context, request) =>
        {
            await Task.Yield();
            await Answer.Json(context, 200, $$"""{"bearer":"{{request.Bearer}}"}""");
        };
        Provider.Token = (context, _) =>
        {
            var answer = Provider.TokenAnswer();
            return Answer.Json(context, 200, answer.WithInfo("uuid", "owner-of-" + answer.AccessToken).ToString());
        };
        var app = await StartAsync(app => app.MapGet("/both", async (DigitalOceanClient client, DigitalOceanUser user, CancellationToken cancel) =>
        {
            var first = await client.GetFromJsonAsync<Echo>("/v2/first", cancel);
            await Task.Yield();
            var second = await client.GetFromJsonAsync<Echo>("/v2/second", cancel);
            return $"{user.Uuid} {first!.Bearer} {second!.Bearer}";
        }).RequireDropletRead());
        var browsers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.SignedInAsync()));
        var owners = new HashSet<string>();
        for (var round = 0; round < 3; round++)
        {
            var answers = await Task.WhenAll(browsers.Select(browser => browser.GetAsync("/both")));
            foreach (var answer in answers)
            {
                Assert.Equal(200, answer.Status);
                var parts = answer.Body.Split(' ');
                Assert.Equal(parts[0], "owner-of-" + parts[1]);
                Assert.Equal(parts[1], parts[2]);
                owners.Add(parts[0]);
            }
        }

        Assert.Equal(50, owners.Count);
    }

    [Fact]
    public async Task Outside_a_request_it_says_why_it_cannot_work()
    {
        var app = await StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<DigitalOceanClient>();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative)));

        Assert.Contains("there is no request", error.Message, StringComparison.Ordinal);
    }

    private sealed record Echo(string? Bearer, string? Path);
}
