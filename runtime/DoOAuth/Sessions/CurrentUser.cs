using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Reads the user of a request from its session.</summary>
internal sealed class CurrentUser(ApplicationDirectory applications) : ICurrentUser
{
    /// <summary>Gets the user of a session; null if it is not a session of the application.</summary>
    public static DigitalOceanUser? Of(AuthenticateResult session, DigitalOceanApplication application) =>
        session.Principal is { } principal ? Of(principal, session.Properties, application) : null;

    /// <inheritdoc cref="Of(AuthenticateResult, DigitalOceanApplication)"/>
    public static DigitalOceanUser? Of(ClaimsPrincipal principal, AuthenticationProperties? properties, DigitalOceanApplication application)
    {
        var identity = principal.Identities.FirstOrDefault(i => i.AuthenticationType == application.Scheme);
        return identity is not null && DigitalOceanIdentity.ScopesOf(principal, application.Scheme) is { } granted
            ? new DigitalOceanUser(identity, granted, SessionTokens.Read(properties)?.ExpiresAt ?? default)
            : null;
    }

    public async ValueTask<DigitalOceanUser?> ReadAsync(HttpContext context)
    {
        PersonalEndpoint.Begin(context);
        var application = applications.Of(context.GetEndpoint(), nameof(DigitalOceanUser));
        return Of(await context.AuthenticateAsync(application.SessionScheme), application);
    }
}
