using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>A successful sign-in, as passed to the annotated class's <c>OnSignedInAsync</c> hook just before the session cookie is written.</summary>
public sealed class DigitalOceanSignIn
{
    internal DigitalOceanSignIn(HttpContext httpContext, DigitalOceanUser user, ClaimsPrincipal principal, AuthenticationProperties properties, string returnUrl)
    {
        HttpContext = httpContext;
        User = user;
        Principal = principal;
        Properties = properties;
        ReturnUrl = returnUrl;
    }

    /// <summary>The request of the callback.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The user who signed in, and the granted scopes.</summary>
    public DigitalOceanUser User { get; }

    /// <summary>The session's principal. Claims that you add to its identity stay in the session.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>The session's properties, including the tokens. Set <c>IsPersistent</c> to keep the session when the browser is closed.</summary>
    public AuthenticationProperties Properties { get; }

    /// <summary>The path of this app to which the browser is redirected.</summary>
    public string ReturnUrl { get; }

    internal bool IsRefused { get; private set; }

    /// <summary>
    /// Rejects the user: no session is created. The response is the hook's result, or 403 if there is none. The token that DigitalOcean issued is
    /// discarded, but not revoked.
    /// </summary>
    public void Refuse() => IsRefused = true;
}
