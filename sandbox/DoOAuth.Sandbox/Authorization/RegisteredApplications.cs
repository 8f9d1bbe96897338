using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>The registered clients. A client without registered redirect addresses can use any address on this machine.</summary>
internal sealed class RegisteredApplications<TApplication>(
    IOpenIddictApplicationCache<TApplication> cache,
    ILogger<OpenIddictApplicationManager<TApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<TApplication> store)
    : OpenIddictApplicationManager<TApplication>(cache, logger, options, store)
    where TApplication : class
{
    /// <inheritdoc/>
    public override async ValueTask<bool> ValidateRedirectUriAsync(TApplication application, string uri, CancellationToken cancellationToken = default)
    {
        var registered = await GetRedirectUrisAsync(application, cancellationToken);
        return registered.IsEmpty ? RegisteredApplications.IsOnThisMachine(uri) : await base.ValidateRedirectUriAsync(application, uri, cancellationToken);
    }
}

/// <summary>Describes clients to OpenIddict.</summary>
internal static class RegisteredApplications
{
    /// <summary>Whether an address is an absolute http address on this machine, without a fragment.</summary>
    public static bool IsOnThisMachine(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.IsLoopback
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0;

    /// <summary>Returns OpenIddict's description of a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="isDynamic">Whether it registered itself.</param>
    public static OpenIddictApplicationDescriptor Describe(SandboxClient client, bool isDynamic)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            // OpenIddict accepts every port in a loopback address of a native application (RFC 8252 section 7.3).
            ApplicationType = isDynamic ? ApplicationTypes.Native : ApplicationTypes.Web,
            ClientId = client.ClientId,
            ClientSecret = client.ClientSecret,
            ClientType = client.ClientSecret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            DisplayName = client.DisplayName,
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.GrantTypes.RefreshToken,
                Permissions.GrantTypes.Implicit,
                Permissions.ResponseTypes.Code,
                Permissions.ResponseTypes.Token,
            },
        };
        foreach (var uri in client.RedirectUris)
        {
            descriptor.RedirectUris.Add(new Uri(uri, UriKind.Absolute));
        }

        if (client.ClientSecret is null)
        {
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }

        return descriptor;
    }
}
