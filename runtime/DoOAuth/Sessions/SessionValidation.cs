using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Runs at the start of every signed-in request: ends sessions that are over, and keeps tokens fresh.</summary>
internal sealed class SessionValidation(
    DigitalOceanApplication application,
    SessionRefresh refresh,
    OpenConnections connections,
    CrossSitePolicy crossSite,
    ILogger<SessionValidation> logger)
{
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        PersonalAnswer.IsNotStored(context.HttpContext);
        if (CrossSitePolicy.IsUpgrade(context.HttpContext) && crossSite.IsForeign(context.HttpContext, application))
        {
            // A page of another site opens a WebSocket, and would read what this session's user may.
            context.RejectPrincipal();
            return;
        }

        if (UserTokens.Read(context.Properties) is not { } known)
        {
            await EndAsync(context, reason: null, isCookieDead: false);
            return;
        }

        // First, so that what another request learns of the session from now on stays known for as long as this one lasts.
        context.HttpContext.Response.OnCompleted(connections.Open(known.SessionId));
        var outcome = await refresh.EnsureFreshAsync(known, SessionUse.Cookie, context.HttpContext.RequestAborted);
        if (outcome.User is not { } newest)
        {
            await EndAsync(context, outcome.Reason, outcome.Reason is not null && refresh.IsCookieDead(known));
            return;
        }

        if (outcome.UnavailableBecause is not null)
        {
            new SessionStatus { UnavailableBecause = outcome.UnavailableBecause, RetryAfter = outcome.RetryAfter }.Set(context.HttpContext, application);
        }

        var identity = context.Principal?.Identities.OfType<DigitalOceanIdentity>().FirstOrDefault();

        // A page of another site that opens a connection gets nothing that it could open the user's access with.
        identity?.Session = crossSite.IsForeign(context.HttpContext, application) ? null : newest;
        if (newest.Tokens.Generation != known.Tokens.Generation)
        {
            newest.Tokens.WriteTo(context.Properties);
            context.ShouldRenew = true;
            identity?.Cookie = outcome.Cookie;

            if (context.Options.SessionStore is SessionTicketStore stored)
            {
                // At once: the framework writes with the answer, and an answer that is never begun must not leave spent tokens there.
                await stored.RenewAsync(known.SessionId, new AuthenticationTicket(context.Principal!, context.Properties, context.Scheme.Name));
            }
        }
    }

    private async Task EndAsync(CookieValidatePrincipalContext context, string? reason, bool isCookieDead)
    {
        context.RejectPrincipal();
        new SessionStatus { EndedBecause = reason }.Set(context.HttpContext, application);
        Log.SessionEnded(logger, application.Scheme, reason ?? "signed_out");
        if (isCookieDead)
        {
            // Not after a sign-out, which took the cookie along: a late request with the old one must not take a new session's.
            await context.HttpContext.SignOutAsync(application.SessionScheme);
        }
    }
}
