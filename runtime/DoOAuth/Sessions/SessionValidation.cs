using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Runs at the start of every signed-in request. Rejects sessions that have ended, and keeps tokens fresh.</summary>
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
            // A page of another site opens a WebSocket, and could read everything that this session's user can.
            context.RejectPrincipal();
            return;
        }

        if (UserTokens.Read(context.Properties) is not { } known)
        {
            await EndAsync(context, reason: null, isCookieDead: false);
            return;
        }

        // First, so that what another request learns about the session from now on is remembered until this one ends.
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

        // A page of another site that opens a connection gets nothing that gives access to the user's account.
        identity?.Session = crossSite.IsForeign(context.HttpContext, application) ? null : newest;
        if (newest.Tokens.Generation != known.Tokens.Generation)
        {
            newest.Tokens.WriteTo(context.Properties);
            context.ShouldRenew = true;
            identity?.Cookie = outcome.Cookie;

            if (context.Options.SessionStore is SessionTicketStore stored)
            {
                // Immediately, because the framework writes the cookie with the response. If the response never starts, the old tokens must not
                // remain there.
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
            // Not after a sign-out, which removed the cookie, because a late request with the old cookie must not remove that of a new session.
            await context.HttpContext.SignOutAsync(application.SessionScheme);
        }
    }
}
