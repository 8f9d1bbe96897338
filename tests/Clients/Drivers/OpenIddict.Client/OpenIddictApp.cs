using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Clients.Tests.Drivers;

/// <summary>An app that signs in with OpenIddict's client, whose registration has DigitalOcean's paths.</summary>
internal sealed class OpenIddictApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OpenIddictApp(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    public OpenIddictClientService Client => _app.Services.GetRequiredService<OpenIddictClientService>();

    public static async Task<OpenIddictApp> StartAsync(DigitalOceanSandbox sandbox)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddClient(options => Configure(options, sandbox));

        // Over http. Browsers keep secure cookies of this machine all the same, and HttpClient does not.
        builder.Services.Configure<OpenIddictClientAspNetCoreOptions>(options => options.CookieBuilder.SecurePolicy = CookieSecurePolicy.SameAsRequest);

        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.MapGet("/login", (RequestDelegate)(context => context.ChallengeAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme)));
        app.MapGet("/callback", (RequestDelegate)WriteSignInAsync);
        await app.StartAsync();
        return new OpenIddictApp(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Configure(OpenIddictClientBuilder options, DigitalOceanSandbox sandbox)
    {
        options.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
        options.DisableTokenStorage();
        options.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        options.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
        options.UseAspNetCore().EnableRedirectionEndpointPassthrough().DisableTransportSecurityRequirement();
        options.UseSystemNetHttp();

        var registration = new OpenIddictClientRegistration
        {
            Issuer = sandbox.Address,
            ClientId = sandbox.ClientId,
            ClientSecret = sandbox.ClientSecret,
            RedirectUri = new Uri("callback", UriKind.Relative),
            Configuration = new OpenIddictConfiguration
            {
                Issuer = sandbox.Address,
                AuthorizationEndpoint = new Uri(sandbox.Address, "/v1/oauth/authorize"),
                TokenEndpoint = new Uri(sandbox.Address, "/v1/oauth/token"),
                RevocationEndpoint = new Uri(sandbox.Address, "/v1/oauth/revoke"),
                CodeChallengeMethodsSupported = { CodeChallengeMethods.Sha256 },
                GrantTypesSupported = { GrantTypes.AuthorizationCode, GrantTypes.RefreshToken },
                ResponseTypesSupported = { ResponseTypes.Code },
                TokenEndpointAuthMethodsSupported = { ClientAuthenticationMethods.ClientSecretPost },
                RevocationEndpointAuthMethodsSupported = { ClientAuthenticationMethods.ClientSecretPost },
            },
        };
        registration.Scopes.UnionWith(["account:read", "droplet:read"]);
        options.AddRegistration(registration);
    }

    // The answer of this app to its visitor: who signed in, and the tokens, for the driver, which uses them next.
    private static async Task WriteSignInAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
        var properties = result.Properties;
        await context.Response.WriteAsJsonAsync(new OpenIddictSignIn(
            result.Failure?.Message ?? properties?.GetString(OpenIddictClientAspNetCoreConstants.Properties.ErrorDescription),
            properties?.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.BackchannelAccessToken),
            properties?.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.RefreshToken),
            result.Principal?.GetClaim(ClaimTypes.NameIdentifier)));
    }
}
