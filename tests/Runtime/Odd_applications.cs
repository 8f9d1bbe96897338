using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>Applications that no annotated class here declares, and apps built in other ways than by minimal APIs and cookies alone.</summary>
public sealed class Odd_applications : ScriptedTests
{
    private async Task<TestApp> StartAsync(DigitalOceanApplication application, Action<WebApplication>? map = null) => Keep(await TestApp.StartAsync(
        Provider.Configuration,
        builder => builder.AddDigitalOceanApplication(application, static handler => new DigitalOceanClient(handler)),
        app =>
        {
            app.MapDigitalOceanApplication(application);
            map?.Invoke(app);
        }));

    private static DigitalOceanApplication Application(string scheme, string[] required, params string[] optional) => new()
    {
        Scheme = scheme,
        ConfigurationSection = "DigitalOcean",
        LoginPath = "/login",
        CallbackPath = "/callback",
        LogoutPath = "/logout",
        DisconnectPath = "/disconnect",
        UserPath = "/me",
        RequiredScopes = required,
        OptionalScopes = optional,
    };

    [Theory]
    [InlineData("read", "api:read", 302)]
    [InlineData("read write", "api:read api:write", 302)]
    [InlineData("read write", "read write", 302)]
    [InlineData("read", "write", 302)]
    [InlineData("droplet:read image:read", "api:read", 302)]
    [InlineData("read write", "api:read", 403)]
    [InlineData("read", "droplet:read image:read", 403)]
    [InlineData("write", "read", 403)]
    public async Task Broad_scopes_may_come_back_under_their_other_names(string declared, string granted, int status)
    {
        Provider.Grant(granted);
        var app = await StartAsync(Application("Legacy", declared.Split(' ')));
        using var browser = app.NewBrowser();

        Assert.Equal(status, (await browser.SignInAsync()).Status);
    }

    [Fact]
    public async Task A_broad_scope_granted_before_is_kept_under_its_declared_name()
    {
        Provider.Grant("droplet:read api:write");
        var app = await StartAsync(Application("Legacy", ["droplet:read"], "write", "image:create"));
        using var browser = await app.SignedInAsync("/login?scope=write");
        await browser.LoadAsync((await browser.LoadAsync("/login?scope=image%3Acreate")).Location.AbsoluteUri);

        Assert.Equal("droplet:read write image:create", Provider.To("/v1/oauth/authorize")[^1].QueryFields["scope"]);
    }

    [Fact]
    public async Task Without_any_scope_DigitalOcean_grants_read()
    {
        var app = await StartAsync(Application("Plain", []));
        using var browser = await app.SignedInAsync();

        Assert.Equal(["read"], (await browser.GetAsync("/me")).Scopes());
        Assert.DoesNotContain(Provider.Requests[0].QueryFields, field => field.Key == "scope");
    }

    [Theory]
    [InlineData("Größe & Söhne")]
    [InlineData("a;b=c,d")]
    [InlineData("../x")]
    [InlineData("名前")]
    public async Task A_scheme_may_be_any_text(string scheme)
    {
        var app = await StartAsync(
            Application(scheme, ["droplet:read"]), app => app.MapGet("/x", () => "x").RequireDigitalOceanScope(scheme, "droplet:read"));
        using var browser = await app.SignedInAsync();

        Assert.Equal("x", (await browser.GetAsync("/x")).Body);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Equal(401, (await browser.GetAsync("/x")).Status);
    }

    [Fact]
    public async Task Controllers_are_guarded_by_the_attribute_on_class_and_method()
    {
        var app = await base.StartAsync(
            app => app.MapControllers(),
            build: builder => builder.Services.AddControllers().AddApplicationPart(typeof(Odd_applications).Assembly));
        using var browser = app.NewBrowser();
        Assert.Equal(401, (await browser.GetAsync("/controller/read")).Status);
        await browser.SignInAsync();

        Assert.Equal("read", (await browser.GetAsync("/controller/read")).Body);
        var denied = await browser.GetAsync("/controller/create");
        Assert.Equal(403, denied.Status);
        Assert.Equal(["droplet:create"], denied.Scopes());
    }

    [Fact]
    public async Task Sessions_may_be_kept_on_the_server()
    {
        Provider.Lifetime(TimeSpan.FromHours(1));
        var store = new TicketStore();
        var app = await base.StartAsync(
            app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead(),
            build: builder => builder.Services.Configure<CookieAuthenticationOptions>(DropletDeck.SessionScheme, options => options.SessionStore = store));
        using var browser = await app.SignedInAsync();
        using var thief = browser.Copy();
        Assert.InRange(browser.SessionCookie()!.Value.Length, 50, 500);
        var before = (string?)(await browser.GetAsync("/call")).Json["bearer"];
        app.Time.Advance(TimeSpan.FromMinutes(58));

        Assert.NotEqual(before, (string?)(await browser.GetAsync("/call")).Json["bearer"]);
        Assert.Equal(200, (await browser.GetAsync("/call")).Status);
        Assert.Single(Provider.Refreshes);
        Assert.Equal(204, (await browser.PostAsync("/logout")).Status);
        Assert.Empty(store.Tickets);
        Assert.Equal(401, (await thief.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_cookie_hook_that_would_switch_the_refresh_off_is_refused()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            var app = await base.StartAsync(build: builder => builder.Services
                .AddScoped<CookieAuthenticationEvents>()
                .Configure<CookieAuthenticationOptions>(DropletDeck.SessionScheme, options => options.EventsType = typeof(CookieAuthenticationEvents)));
            app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<CookieAuthenticationOptions>>().Get(DropletDeck.SessionScheme);
        });

        Assert.Contains("EventsType", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_eight_kilobytes_travel_well()
    {
        var token = new string('t', 8000);
        Provider.Token = (context, _) => Answer.Json(
            context, 200, Provider.TokenAnswer().With("access_token", token).With("refresh_token", new string('r', 8000)).ToString());
        var app = await base.StartAsync(
            app => app.MapGet("/call", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/x", UriKind.Relative))).RequireDropletRead());
        using var browser = await app.SignedInAsync();

        Assert.Equal(token, (string?)(await browser.GetAsync("/call")).Json["bearer"]);
        await browser.PostAsync("/logout");
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), cookie => cookie.Name.StartsWith(".DoOAuth.DropletDeck", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Error);
    }

    private sealed class TicketStore : ITicketStore
    {
        public Dictionary<string, AuthenticationTicket> Tickets { get; } = [];

        public Task RemoveAsync(string key) => Task.FromResult(Tickets.Remove(key));

        public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.FromResult(Tickets[key] = ticket);

        public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(Tickets.GetValueOrDefault(key));

        public Task<string> StoreAsync(AuthenticationTicket ticket)
        {
            var key = Guid.NewGuid().ToString("N");
            Tickets[key] = ticket;
            return Task.FromResult(key);
        }
    }
}
