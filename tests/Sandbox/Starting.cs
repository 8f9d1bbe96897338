using System.Net;
using System.Net.Http.Headers;

namespace DoOAuth.Sandbox.Tests;

public sealed class Starting
{
    [Fact]
    public async Task It_listens_on_loopback_and_tells_its_configuration()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();

        Assert.Equal("127.0.0.1", sandbox.Address.Host);
        Assert.NotEqual(0, sandbox.Address.Port);
        var address = $"http://127.0.0.1:{sandbox.Address.Port}";
        Assert.Equal(address, sandbox.Configuration["DigitalOcean:Authority"]);
        Assert.Equal(address, sandbox.Configuration["DigitalOcean:ApiBaseAddress"]);
        Assert.Equal(sandbox.ClientId, sandbox.Configuration["DigitalOcean:ClientId"]);
        Assert.Equal(sandbox.ClientSecret, sandbox.Configuration["DigitalOcean:ClientSecret"]);
        Assert.Contains("Other:Authority", sandbox.ConfigurationFor("Other"));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    public async Task It_refuses_to_listen_anywhere_else(string address)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => DigitalOceanSandbox.StartAsync(options => options.ListenAddress = IPAddress.Parse(address)));
        Assert.Contains("loopback only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_does_not_move_it()
    {
        // What ASP.NET Core apps read; an app's own must not drag the sandbox along.
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:0");
        try
        {
            await using var sandbox = await DigitalOceanSandbox.StartAsync();
            Assert.Equal("127.0.0.1", sandbox.Address.Host);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task Options_that_cannot_be_say_so()
    {
        await AssertAsync(options => options.Port = 70000, "not a port");
        await AssertAsync(options => options.AccessTokenLifetime = TimeSpan.Zero, "at least one second");
        await AssertAsync(options => options.Users.Clear(), "sign in");
        await AssertAsync(options => options.ClientId = " ", "needs an ID");
        await AssertAsync(options => options.ClientSecret = "", "needs an ID, and a secret");
        await AssertAsync(options => options.Clients.Add(new SandboxClient(options.ClientId, "x")), "Two clients");
        await AssertAsync(options => options.ClientName = "", "The name of the client 'do-oauth-sandbox' is empty");
        await AssertAsync(options => options.RedirectUris.Add("/callback"), "'/callback' is not a redirect address");
        await AssertAsync(options => options.RedirectUris.Add("http://localhost:5000/#"), "'http://localhost:5000/#' is not a redirect address");

        static async Task AssertAsync(Action<SandboxOptions> configure, string why) =>
            Assert.Contains(why, (await Assert.ThrowsAsync<ArgumentException>(() => DigitalOceanSandbox.StartAsync(configure))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_an_IOException()
    {
        await using var first = await DigitalOceanSandbox.StartAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => DigitalOceanSandbox.StartAsync(options => options.Port = first.Address.Port));
    }

    [Fact]
    public async Task A_foreign_host_name_gets_nothing()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        foreach (var (host, status) in new[] { ("rebound.example.com", HttpStatusCode.MisdirectedRequest), ("localhost", HttpStatusCode.OK), ("127.0.0.1", HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Host = host;
            using var response = await http.SendAsync(request);
            Assert.Equal(status, response.StatusCode);

            foreach (var path in new[] { "/v1/oauth/token", "/v1/oauth/revoke", "/v2/account" })
            {
                using var post = new HttpRequestMessage(HttpMethod.Post, path);
                post.Headers.Host = host;
                using var answer = await http.SendAsync(post);
                Assert.Equal(status == HttpStatusCode.MisdirectedRequest, answer.StatusCode == HttpStatusCode.MisdirectedRequest);
            }
        }
    }

    [Fact]
    public async Task The_first_page_says_what_it_is_and_how_to_point_an_app_at_it()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.Faults.Add("no-scope"));
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        var page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/", UriKind.Relative)));
        foreach (var said in new[] { "this is not DigitalOcean", sandbox.ClientId, sandbox.ClientSecret!, "DigitalOcean:Authority", "do-oauth-sandbox -- dotnet run", "no-scope", "/v1/oauth/authorize" })
        {
            Assert.Contains(said, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_sandboxes_know_nothing_of_each_other()
    {
        await using var one = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        await using var other = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        using var app = new OAuthDriver(one);
        using var http = new HttpClient { BaseAddress = other.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await app.SignInAsync())["access_token"]!);
        using var response = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
