using System.Net.Http.Json;
using DoOAuth.Sandbox;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Tests;

/// <summary>Whole sign-ins against a real OAuth server, which checks for itself what it is sent.</summary>
public sealed class The_sandbox : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _app = await StartAsync(_sandbox.Configuration);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static Task<TestApp> StartAsync(IReadOnlyDictionary<string, string?> configuration) => TestApp.StartAsync(
        configuration,
        builder =>
        {
            builder.AddDropletDeck();
            builder.Services.AddSingleton<Gate>();
        },
        app =>
        {
            app.MapDropletDeck();
            app.MapGet("/", () => "home");
            app.MapGet("/droplets", async (DigitalOceanClient client, CancellationToken cancel) =>
                (await client.GetFromJsonAsync<DropletList>("/v2/droplets", cancel))!.Droplets.Count).RequireDropletRead();
            app.MapGet("/status", async (DigitalOceanClient client, CancellationToken cancel) =>
            {
                using var response = await client.GetAsync(new Uri("/v2/droplets", UriKind.Relative), cancel);
                return (int)response.StatusCode;
            }).RequireDropletRead();
            app.MapGet("/in-flight", async (DigitalOceanClient client, Gate gate, CancellationToken cancel) =>
            {
                await gate.PassAsync(cancel);
                using var response = await client.PostAsJsonAsync("/v2/droplets", new { name = "in-flight", region = "nyc3", size = "s-1vcpu-1gb", image = "debian-13-x64" }, cancel);
                return (int)response.StatusCode;
            }).RequireDropletCreate();
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
            app.MapGet("/new", (DigitalOceanUser user) => string.Join(' ', user.Scopes)).RequireDropletCreate();
        });

    [Fact]
    public async Task A_user_signs_in_calls_the_api_steps_up_and_leaves()
    {
        using var browser = _app.NewBrowser();
        var page = await browser.FollowAsync("/droplets");
        Assert.Equal(200, page.Status);
        Assert.True(int.Parse(page.Body, System.Globalization.CultureInfo.InvariantCulture) > 0);

        var me = await browser.GetAsync("/me");
        Assert.Equal(SandboxUser.Sammy.Uuid, (string?)me.Json["uuid"]);
        Assert.Equal(SandboxUser.Sammy.Email, (string?)me.Json["email"]);
        Assert.Equal(SandboxUser.Sammy.TeamName, (string?)me.Json["team"]!["name"]);
        Assert.Equal(["account:read", "droplet:read"], me.Scopes());

        var created = await browser.FollowAsync("/new");
        Assert.Equal("account:read droplet:create droplet:read", created.Body);

        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_refresh_token_is_spent_once_however_many_requests_arrive()
    {
        // Shorter than the fake clock's jump, much longer than the test: the sandbox goes by the real clock.
        _sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.FromMinutes(10)));
        using var browser = await _app.SignedInAsync();
        for (var round = 0; round < 3; round++)
        {
            _app.Time.Advance(TimeSpan.FromMinutes(9.5));
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.Copy().GetAsync("/status")));
            Assert.All(answers, answer => Assert.Equal("200", answer.Body));
            Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        }
    }

    [Fact]
    public async Task A_request_in_flight_outlives_the_refresh_that_kills_its_token()
    {
        _sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.FromMinutes(10)));
        using var browser = await _app.SignedInAsync("/login?scope=droplet:create");
        using var other = browser.Copy();
        var gate = _app.Services.GetRequiredService<Gate>();
        var inFlight = browser.GetAsync("/in-flight");
        await gate.Reached;
        _app.Time.Advance(TimeSpan.FromMinutes(9.5));
        Assert.Equal("200", (await other.GetAsync("/status")).Body);
        gate.Open();

        Assert.Equal("202", (await inFlight).Body);
    }

    [Fact]
    public async Task A_background_service_and_the_browser_spend_each_refresh_token_once()
    {
        _sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.FromMinutes(10)));
        using var browser = await _app.SignedInAsync();
        var key = (await browser.GetAsync("/keep")).Body;
        for (var round = 0; round < 4; round++)
        {
            _app.Time.Advance(TimeSpan.FromMinutes(9.5));
            var work = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => WorkAsync(key)));
            var answers = await Task.WhenAll(Enumerable.Range(0, round % 2 * 5).Select(_ => browser.Copy().GetAsync("/status")));
            Assert.All(await work, status => Assert.Equal(200, status));
            Assert.All(answers, answer => Assert.Equal("200", answer.Body));
        }

        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    private async Task<int> WorkAsync(string key)
    {
        await using var access = await _app.Services.GetRequiredService<DigitalOceanSessions>().OpenAccessAsync(key);
        using var response = await access.Client.GetAsync(new Uri("/v2/droplets", UriKind.Relative));
        return (int)response.StatusCode;
    }

    [Fact]
    public async Task A_lost_answer_to_a_refresh_ends_in_invalid_grant()
    {
        _sandbox.Faults.Add(SandboxFault.Lifetime(TimeSpan.FromMinutes(10)));
        using var browser = await _app.SignedInAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(9.5));
        _sandbox.Faults.Add(new SandboxFault(SandboxFaultKind.LoseAnswer).Where(SandboxEndpoint.Refresh).Once());
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        _app.Time.Advance(TimeSpan.FromSeconds(1));
        var me = await browser.GetAsync("/me");

        Assert.Equal(401, me.Status);
        Assert.Equal(FailureReasons.InvalidGrant, me.Reason);
    }

    [Theory]
    [InlineData("no-scope")]
    [InlineData("legacy-bearer")]
    [InlineData("token-type=mac")]
    [InlineData("token-type")]
    [InlineData("no-expires-in")]
    [InlineData("expires-in-string")]
    [InlineData("no-info")]
    [InlineData("no-info-uuid")]
    [InlineData("no-info-email")]
    [InlineData("no-info-name")]
    [InlineData("no-info-team")]
    [InlineData("no-refresh-token")]
    [InlineData("grant=read write")]
    [InlineData("no-info;narrow-account")]
    public async Task Every_variation_of_the_answer_signs_the_user_in(string faults)
    {
        Array.ForEach(faults.Split(';'), _sandbox.Faults.Add);
        using var browser = await _app.SignedInAsync();

        Assert.Equal(SandboxUser.Sammy.Uuid, (string?)(await browser.GetAsync("/me")).Json["uuid"]);
        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
    }

    [Theory]
    [InlineData("refuse-consent", 403, FailureReasons.AccessDenied)]
    [InlineData("authorize-error=server_error", 502, FailureReasons.ProviderError)]
    [InlineData("status=500", 502, FailureReasons.ProviderError)]
    [InlineData("oauth-error=invalid_grant", 400, FailureReasons.InvalidGrant)]
    [InlineData("drop", 502, FailureReasons.ProviderUnreachable)]
    [InlineData("lose-answer", 502, FailureReasons.ProviderUnreachable)]
    [InlineData("oversized", 502, FailureReasons.ProviderError)]
    [InlineData("redirect", 502, FailureReasons.ProviderError)]
    [InlineData("html", 502, FailureReasons.ProviderError)]
    [InlineData("broken-json", 502, FailureReasons.ProviderError)]
    [InlineData("foreign-shape", 502, FailureReasons.ProviderError)]
    [InlineData("grant=droplet:read", 403, FailureReasons.ScopeMissing)]
    [InlineData("no-info-email;other-account", 502, FailureReasons.ProviderError)]
    public async Task Every_fault_has_its_status_and_reason(string faults, int status, string reason)
    {
        Array.ForEach(faults.Split(';'), _sandbox.Faults.Add);
        using var browser = _app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(status, answer.Status);
        Assert.Equal(reason, answer.Reason);
    }

    [Fact]
    public async Task A_wrong_secret_is_invalid_client()
    {
        var configuration = _sandbox.Configuration.ToDictionary();
        configuration["DigitalOcean:ClientSecret"] = "wrong";
        await using var app = await StartAsync(configuration);
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync();

        Assert.Equal(502, answer.Status);
        Assert.Equal(FailureReasons.InvalidClient, answer.Reason);
    }

    [Fact]
    public async Task A_public_client_signs_in_by_pkce_alone()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options =>
        {
            options.AutoApprove = true;
            options.ClientSecret = null;
        });
        await using var app = await StartAsync(sandbox.Configuration);
        using var browser = await app.SignedInAsync();

        Assert.Equal("200", (await browser.GetAsync("/status")).Body);
        Assert.Equal(204, (await browser.PostAsync("/disconnect")).Status);
    }

    private sealed record DropletList(List<object> Droplets);
}
