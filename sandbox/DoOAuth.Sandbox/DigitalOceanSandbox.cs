using System.Net;
using DoOAuth.Sandbox.Api;
using DoOAuth.Sandbox.Authorization;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Home;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Pages;
using DoOAuth.Sandbox.RateLimit;
using DoOAuth.Sandbox.Registration;
using DoOAuth.Sandbox.Seeding;
using DoOAuth.Sandbox.Store;
using DoOAuth.Sandbox.Traffic;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox;

/// <summary>
/// A local replacement for DigitalOcean that runs in this process, on loopback: the OAuth server, a consent page, and the API's
/// operations with their scope checks. Its state is in memory.
/// </summary>
/// <example>
/// <code>
/// await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
/// builder.Configuration.AddInMemoryCollection(sandbox.Configuration);
/// </code>
/// </example>
public sealed class DigitalOceanSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxOptions _options;

    private DigitalOceanSandbox(WebApplication app, SandboxOptions options, Uri address)
    {
        _app = app;
        _options = options;
        Address = address;
    }

    /// <summary>The address that it listens on, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The client ID of the application under test.</summary>
    public string ClientId => _options.ClientId;

    /// <summary>The client secret, or <see langword="null"/> for a public client.</summary>
    public string? ClientSecret => _options.ClientSecret;

    /// <summary>The faults. You can change them while the sandbox runs.</summary>
    public SandboxFaults Faults => _options.Faults;

    /// <summary>The latest requests to the API and to the OAuth server, at most 1,000, the oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _app.Services.GetRequiredService<RequestLog>().Latest;

    /// <summary>The scopes that each client was granted, has never used, and was refused for the lack of.</summary>
    public IReadOnlyList<SandboxScopeUse> ScopeUse => _app.Services.GetRequiredService<ScopeLedger>().Current;

    /// <summary>The configuration that makes an app use the sandbox, for the section <c>DigitalOcean</c>.</summary>
    public IReadOnlyDictionary<string, string?> Configuration => ConfigurationFor("DigitalOcean");

    /// <summary>The lifetime of access tokens.</summary>
    internal TimeSpan AccessTokenLifetime => _options.AccessTokenLifetime;

    /// <summary>The users who can sign in.</summary>
    internal IEnumerable<SandboxUser> Users => _options.Users;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="configure">Changes the default options.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message says which, and how to fix it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<DigitalOceanSandbox> StartAsync(Action<SandboxOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new SandboxOptions();
        configure?.Invoke(options);
        options.Validate();

        var app = Build(options);
        try
        {
            Seed(app, options);
            await OAuthServer.RegisterClientsAsync(app.Services, options, cancellationToken);
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new DigitalOceanSandbox(app, options, new Uri(addresses.First()));
    }

    /// <summary>Gets the configuration that makes an app use the sandbox, for an annotated class with its own section.</summary>
    /// <param name="section">The section, such as <c>DigitalOcean</c>.</param>
    public IReadOnlyDictionary<string, string?> ConfigurationFor(string section)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        var address = Address.GetLeftPart(UriPartial.Authority);
        return new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [$"{section}:Authority"] = address,
            [$"{section}:ApiBaseAddress"] = address,
            [$"{section}:ClientId"] = ClientId,
            [$"{section}:ClientSecret"] = ClientSecret,
        };
    }

    /// <summary>Creates an access token of the application under test, which works immediately and without a sign-in.</summary>
    /// <param name="scopes">The scopes, such as <c>droplet:read</c>. Without a scope, the token gets <c>read write</c>.</param>
    /// <exception cref="ArgumentException">There is no such scope. The message suggests the nearest one.</exception>
    public Task<string> CreateTokenAsync(params string[] scopes) => CreateTokenAsync(scopes, user: null);

    /// <summary>Creates an access token of the application under test, which works immediately and without a sign-in.</summary>
    /// <param name="scopes">The scopes, such as <c>droplet:read</c>. Without a scope, the token gets <c>read write</c>.</param>
    /// <param name="user">The user, or <see langword="null"/> for the first one.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">There is no such scope. The message suggests the nearest one.</exception>
    public Task<string> CreateTokenAsync(IReadOnlyList<string> scopes, SandboxUser? user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return _app.Services.GetRequiredService<TokenIssuer>().IssueAsync(scopes, user, cancellationToken);
    }

    /// <summary>Creates the tokens that the application under test has after a sign-in.</summary>
    internal Task<(string AccessToken, string RefreshToken)> CreatePairAsync(IReadOnlyList<string> scopes, SandboxUser user, CancellationToken cancellationToken = default) =>
        _app.Services.GetRequiredService<TokenIssuer>().IssuePairAsync(scopes, user, cancellationToken);

    /// <summary>
    /// Revokes the access of all apps, as a user does in DigitalOcean's control panel. All tokens become invalid immediately, and the
    /// next sign-in asks for consent again.
    /// </summary>
    /// <param name="user">The user whose access is revoked, or <see langword="null"/> for all users.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task WithdrawAccessAsync(SandboxUser? user = null, CancellationToken cancellationToken = default) =>
        _app.Services.GetRequiredService<AccessControl>().WithdrawAsync(user, cancellationToken);

    /// <summary>
    /// Gives all teams what they had at the start, and forgets the requests and their counts. Tokens and consents stay valid;
    /// <see cref="WithdrawAccessAsync"/> ends those.
    /// </summary>
    public void Reset() => _app.Services.GetRequiredService<ResetEndpoint>().Reset();

    /// <summary>Completes when the sandbox stops.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops the sandbox. Its state is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(500)))
        {
            // Does not wait for responses that a fault keeps open.
            await _app.StopAsync(atOnce.Token);
        }

        await _app.DisposeAsync();
    }

    // A seed with an error stops the start, and not the first request.
    private static void Seed(WebApplication app, SandboxOptions options)
    {
        var inventories = app.Services.GetRequiredService<Inventories>();
        inventories.Seed = app.Services.GetRequiredService<SeedRequests>().Send;
        if (options.Seed is not null)
        {
            inventories.Use(options.Users[0], _ => true);
        }
    }

    private static WebApplication Build(SandboxOptions options)
    {
        // An empty builder ignores the environment and any appsettings.json, which could change the address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(DigitalOceanSandbox).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(new IPEndPoint(options.ListenAddress, options.Port));
        });

        // Below Warning, these write whole addresses and OpenIddict's keys of tokens. The sandbox writes its own line for a request.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("OpenIddict", LogLevel.Warning);
        options.ConfigureLogging?.Invoke(builder.Logging);

        var services = builder.Services;
        services.AddRoutingCore();
        services.AddSingleton(options);
        services.AddSingleton(options.Faults);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(CatalogFiles.Scopes);
        services.AddSingleton(CatalogFiles.Operations);
        services.AddSingleton(ApiModel.Shared).AddSingleton<Teams>().AddSingleton<Inventories>().AddSingleton<SpecialOperations>();
        services.AddSingleton<SeedRequests>().AddSingleton<ResetEndpoint>();
        services.AddSingleton<OperationsApi>().AddSingleton<IndexPage>().AddSingleton<RequestsPage>();
        services.AddCors(ApiCors.Configure);
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<RegistrationEndpoint>();
        services.AddSingleton<RequestLog>().AddSingleton<ScopeLedger>().AddSingleton<TrafficEndpoints>().AddSingleton<RequestCounts>().AddSingleton<KnownCallers>();
        services.AddOAuthServer(options, CatalogFiles.Scopes);

        var app = builder.Build();
        app.UseMiddleware<LoopbackHost>();
        app.UseMiddleware<TrafficMiddleware>();
        app.UseRouting();

        // Limits and faults of the API come after authentication, which tells the caller. At the OAuth server, OpenIddict responds during
        // authentication, so its faults come before.
        app.MapWhen(
            static context => context.Request.Path.StartsWithSegments("/v2"),
            api => api.UseCors(ApiCors.Policy).UseAuthentication().UseMiddleware<RateLimitMiddleware>().UseMiddleware<FaultMiddleware>(options.Latency).UseEndpoints(static _ => { }));
        app.UseMiddleware<FaultMiddleware>(options.Latency);
        app.UseMiddleware<SingleFile>();
        app.UseAuthentication();
        app.MapOAuthServer();
        app.Services.GetRequiredService<RegistrationEndpoint>().Map(app);
        app.MapFaultControl(options.Faults);
        app.Services.GetRequiredService<ResetEndpoint>().Map(app);
        app.Services.GetRequiredService<TrafficEndpoints>().Map(app);
        app.MapGet("/", (RequestDelegate)app.Services.GetRequiredService<IndexPage>().WriteAsync);
        app.MapGet(RequestsPage.Path, (RequestDelegate)app.Services.GetRequiredService<RequestsPage>().WriteAsync);
        app.Services.GetRequiredService<OperationsApi>().Map(app);
        app.MapFallback((RequestDelegate)(context => ErrorPage.WriteAsync(context, StatusCodes.Status404NotFound, "Page not found", "The sandbox's home page lists its addresses.")));
        return app;
    }
}
