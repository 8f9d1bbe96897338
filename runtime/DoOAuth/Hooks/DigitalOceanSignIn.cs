using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>A sign-in that succeeded, as the class's <c>OnSignedInAsync</c> hook sees it, just before the session's cookie is written.</summary>
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

    /// <summary>The callback's request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Who signed in, and what they granted.</summary>
    public DigitalOceanUser User { get; }

    /// <summary>The session's principal. Claims added to its identity stay in the session.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>The session's properties, the tokens among them. <c>IsPersistent</c> keeps the session when the browser is closed.</summary>
    public AuthenticationProperties Properties { get; }

    /// <summary>Where the browser goes next: a path of this app.</summary>
    public string ReturnUrl { get; }

    internal bool IsRefused { get; private set; }

    /// <summary>
    /// Does not let the user in: no session is written. The answer is the hook's result, or 403 where it returns none. The token
    /// that DigitalOcean issued is dropped, not revoked.
    /// </summary>
    public void Refuse() => IsRefused = true;
}
