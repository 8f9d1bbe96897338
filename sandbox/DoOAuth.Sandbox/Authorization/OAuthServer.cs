using System.Security.Cryptography;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.State;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Configures OpenIddict to use DigitalOcean's paths and to respond as DigitalOcean does.</summary>
internal static class OAuthServer
{
    // Appears only in the tokens, which only the sandbox can read.
    public static readonly Uri Issuer = new("https://sandbox.invalid/");

    // DigitalOcean documents no lifetime. Without a value, OpenIddict rejected a refresh token after 30 days (tested).
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromDays(3650);

    /// <summary>Adds the server, its in-memory stores, and the validation of its tokens for the API.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="options">The sandbox's options.</param>
    /// <param name="scopes">The scopes that apps can request.</param>
    public static void AddOAuthServer(this IServiceCollection services, SandboxOptions options, ScopeCatalog scopes)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var cookies = new SandboxCookies();
        services.AddSingleton(cookies);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = cookies.Antiforgery;
            antiforgery.FormFieldName = "antiforgery";
        });
        services.AddAuthentication();
        services.AddSingleton<ConsentMemory>().AddSingleton<AccessControl>().AddSingleton<ClientRegistry>();
        services.AddSingleton<AuthorizeEndpoint>();
        services.AddSingleton<TokenEndpoint>();

        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.SetDefaultApplicationEntity<StoredApplication>().ReplaceApplicationStore<StoredApplication, ApplicationStore>(ServiceLifetime.Singleton);
                core.SetDefaultAuthorizationEntity<StoredAuthorization>().ReplaceAuthorizationStore<StoredAuthorization, AuthorizationStore>(ServiceLifetime.Singleton);
                core.SetDefaultTokenEntity<StoredToken>().ReplaceTokenStore<StoredToken, TokenStore>(ServiceLifetime.Singleton);
                core.ReplaceApplicationManager(typeof(RegisteredApplications<>));
                core.DisableEntityCaching();
            })
            .AddServer(server => Configure(server, options, scopes))
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();

                // A revoked token becomes invalid immediately, not when it expires.
                validation.EnableTokenEntryValidation();
                validation.AddEventHandler<OpenIddictValidationEvents.ValidateTokenContext>(handler => handler
                    .UseInlineHandler(static context =>
                    {
                        context.Token = TokenText.ToReference(context.Token);
                        return default;
                    })
                    .SetOrder(OpenIddictValidationHandlers.Protection.ValidateReferenceTokenIdentifier.Descriptor.Order - 500));
            });
    }

    /// <summary>Maps the endpoints that OpenIddict passes through, and DigitalOcean's own introspection.</summary>
    public static void MapOAuthServer(this IEndpointRouteBuilder endpoints)
    {
        var authorize = endpoints.ServiceProvider.GetRequiredService<AuthorizeEndpoint>();
        var token = endpoints.ServiceProvider.GetRequiredService<TokenEndpoint>();
        endpoints.MapMethods(OAuthPaths.Authorize, [HttpMethods.Get, HttpMethods.Post], authorize.HandleAsync);
        endpoints.MapMethods(OAuthPaths.Token, [HttpMethods.Post], token.HandleAsync);
        endpoints.MapMethods(OAuthPaths.Refresh, [HttpMethods.Post], token.HandleAsync);
        endpoints.MapMethods(OAuthPaths.Info, [HttpMethods.Get], TokenInfoEndpoint.HandleAsync);
        endpoints.MapMethods(OAuthPaths.Metadata, [HttpMethods.Get], ServerMetadata.WriteAsync);
        endpoints.ServiceProvider.GetRequiredService<AccessControl>().Map(endpoints);
    }

    /// <summary>Registers the clients.</summary>
    public static async Task RegisterClientsAsync(IServiceProvider services, SandboxOptions options, CancellationToken cancellationToken)
    {
        var clients = services.GetRequiredService<ClientRegistry>();
        foreach (var client in options.AllClients)
        {
            await clients.AddAsync(client, isDynamic: false, cancellationToken);
        }
    }

    private static void Configure(OpenIddictServerBuilder server, SandboxOptions options, ScopeCatalog scopes)
    {
        server.SetIssuer(Issuer)
            .SetAuthorizationEndpointUris(OAuthPaths.Authorize)
            .SetTokenEndpointUris(OAuthPaths.Token, OAuthPaths.Refresh)
            .SetRevocationEndpointUris(OAuthPaths.Revoke)
            .SetConfigurationEndpointUris(Array.Empty<string>())
            .SetJsonWebKeySetEndpointUris(Array.Empty<string>());
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowImplicitFlow();

        // Every client can request every scope. ScopeCheck rejects unknown scopes with DigitalOcean's error.
        server.DisableScopeValidation().IgnoreScopePermissions();

        server.UseReferenceAccessTokens()
            .UseReferenceRefreshTokens()
            .SetRefreshTokenReuseLeeway(TimeSpan.Zero)
            .SetAccessTokenLifetime(options.AccessTokenLifetime)
            .SetRefreshTokenLifetime(RefreshTokenLifetime);

        // New keys for each sandbox. Creating RSA keys takes seconds, and stored keys would remain after the sandbox stops.
#pragma warning disable CA2000 // The server's options use the key until the sandbox stops.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
#pragma warning restore CA2000

        server.UseAspNetCore()
            .DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough();

        server.Configure(configuration =>
        {
            configuration.TimeProvider = options.TimeProvider;

            // Only S256 is allowed for PKCE.
            configuration.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain);

            // DigitalOcean accepts the secret in the form only, not in a header.
            configuration.ClientAuthenticationMethods.Remove(OpenIddictConstants.ClientAuthenticationMethods.ClientSecretBasic);
        });

        ServerHandlers.Add(server, scopes);
    }
}
