using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DoOAuth.Testing.Tests;

/// <summary>Apps that a test builds itself, on a TestServer and on a real port.</summary>
public sealed class HostsOfOnesOwn : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task The_session_is_that_of_the_apps_own_sign_in_with_its_hook(bool onARealPort, bool storesSessions)
    {
        await using var app = await StartAsync(onARealPort, storesSessions);
        using var client = await app.CreateSignedInClientAsync();

        var role = await client.GetStringAsync("/role");
        var again = await client.GetStringAsync("/login?returnUrl=/role");

        Assert.Equal("role-b6", role);
        Assert.Equal("role-b6", again);
    }

    [Fact]
    public async Task A_user_whom_the_app_refuses_is_an_error_that_names_the_hook()
    {
        await using var app = await StartAsync(onARealPort: false);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateSignedInClientAsync(SandboxUser.Coral));

        Assert.Contains("does not let Coral Reef sign in: its answer is 403. See the hook OnSignedInAsync of Deck", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_with_a_redirect_is_the_same_error()
    {
        await using var app = await StartAsync(onARealPort: false);
        app.Configuration["PageOfRefused"] = "/sorry";

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateSignedInClientAsync(SandboxUser.Coral));

        Assert.Contains("does not let Coral Reef sign in: its answer is 302.", refused.Message, StringComparison.Ordinal);
    }

    // As an app with WebApplication.CreateBuilder() that a test's factory starts.
    [Fact]
    public void An_app_that_ignores_its_arguments_uses_the_sandbox_too()
    {
        var builder = WebApplication.CreateBuilder();

        new WithoutSettings(builder.WebHost).UseSandbox(_sandbox);

        Assert.Equal(_sandbox.Address, new Uri(builder.Configuration["DigitalOcean:ApiBaseAddress"]!));
        Assert.NotEmpty(builder.Configuration["DigitalOcean:ClientId"]!);
    }

    [Fact]
    public async Task An_app_that_has_not_started_is_an_error_that_says_so()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseSandbox(_sandbox).UseUrls("http://127.0.0.1:0");
        builder.AddDeck();
        await using var app = builder.Build();

        var early = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateSignedInClientAsync());

        Assert.Contains("await app.StartAsync()", early.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_handler_as_default_scheme_and_a_session_work_side_by_side()
    {
        await using var app = await StartAsync(onARealPort: false, mock: true);
        using var mocked = app.GetTestClient();
        using var client = await app.CreateSignedInClientAsync();

        // What Microsoft's documentation describes: every request has the test's user, but no access to DigitalOcean.
        Assert.Equal("Test user", await mocked.GetStringAsync("/who"));
        using var guarded = await mocked.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Unauthorized, guarded.StatusCode);
        Assert.Equal("Test user", await client.GetStringAsync("/who"));
        Assert.Contains("sammy@example.com", await client.GetStringAsync("/account"), StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(bool onARealPort, bool storesSessions = false, bool mock = false)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (onARealPort)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.WebHost.UseSandbox(_sandbox);
        var signIn = builder.AddDeck();
        builder.Services.AddScoped<Lookup>();
        if (storesSessions)
        {
            signIn.StoreSessionsOnServer();
        }

        if (mock)
        {
            builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestAuthHandler>("Test", _ => { });
        }

        var app = builder.Build();
        app.MapDeck();
        app.MapGet("/who", (ClaimsPrincipal user) => user.Identity!.Name);
        app.MapGet("/role", (ClaimsPrincipal user) => user.FindFirstValue("role")).RequireAccountRead();
        app.MapGet("/account", (DigitalOceanClient digitalOcean, CancellationToken cancel) => digitalOcean.GetStringAsync("/v2/account", cancel)).RequireAccountRead();
        await app.StartAsync();
        return app;
    }

    private sealed class WithoutSettings(IWebHostBuilder inner) : IWebHostBuilder
    {
#pragma warning disable ASPDEPR008 // The interface has it.
        public IWebHost Build() => inner.Build();
#pragma warning restore ASPDEPR008

        public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => inner.ConfigureAppConfiguration(configureDelegate);

        public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices) => inner.ConfigureServices(configureServices);

        public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) => inner.ConfigureServices(configureServices);

        public string? GetSetting(string key) => inner.GetSetting(key);

        public IWebHostBuilder UseSetting(string key, string? value) => this;
    }

    private sealed class TestAuthHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Test user")], "Test")), "Test")));
    }
}
