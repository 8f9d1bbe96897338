using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Reads the user of a request from its session.</summary>
internal sealed class CurrentUser(ApplicationDirectory applications, IHttpContextAccessor http) : ICurrentUser
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

    /// <summary>Gets the user as a service.</summary>
    /// <exception cref="InvalidOperationException">The user is not signed in, or several applications are registered.</exception>
    public DigitalOceanUser Require()
    {
        var application = applications.RequireSole(nameof(DigitalOceanUser), _ => "a parameter of a guarded handler");
        var context = http.HttpContext;
        if (context is not null)
        {
            PersonalAnswer.Is(context);
        }

        // The middleware or the endpoint's guard has usually read the session by now. If not, this waits for it, including a refresh.
        var session = context?.AuthenticateAsync(application.SessionScheme).GetAwaiter().GetResult();
        return (session is null ? null : Of(session, application)) ?? throw new InvalidOperationException(
            "The user is not signed in with DigitalOcean. Add a guard to the endpoint, or use a DigitalOceanUser? parameter in the handler.");
    }
}
