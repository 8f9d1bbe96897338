using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// The session that a request's cookie refers to, even if it has expired, was rejected or was replaced. It does not let anyone in. It determines what
/// to end at logout, and what a sign-in replaces.
/// </summary>
/// <param name="SessionId">Its id.</param>
/// <param name="User">Its user; null if the session was stored on the server and no longer exists.</param>
/// <param name="Tokens">Its tokens from the ticket; null in the same case.</param>
/// <param name="Replaced">The replaced sessions in its ticket.</param>
internal sealed record PresentedSession(string SessionId, ClaimsPrincipal? User, SessionTokens? Tokens, IReadOnlyList<SessionGrant> Replaced)
{
    // The claim of the framework's cookie handler, for a cookie that is a reference.
    private const string ReferenceClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Reads the session; null if there is no cookie or it cannot be read.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public static async Task<PresentedSession?> ReadAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (await context.AuthenticateAsync(application.SessionScheme) is { Succeeded: true, Ticket: { } valid })
        {
            return Of(valid);
        }

        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(application.SessionScheme);
        if (options.CookieManager.GetRequestCookie(context, options.Cookie.Name!) is not { Length: > 0 } cookie || options.TicketDataFormat.Unprotect(cookie) is not { } ticket)
        {
            return null;
        }

        if (options.SessionStore is null)
        {
            return Of(ticket);
        }

        return ticket.Principal.FindFirst(ReferenceClaim)?.Value is not { } reference ? null
            : context.RequestServices.GetKeyedService<SessionTicketStore>(application.Scheme) is { } store && await store.RetrieveAsync(reference) is { } stored ? Of(stored)
            : new PresentedSession(reference, User: null, Tokens: null, Replaced: []);
    }

    private static PresentedSession? Of(AuthenticationTicket ticket) => SessionTokens.SessionId(ticket.Properties) is { } sessionId
        ? new PresentedSession(sessionId, ticket.Principal, SessionTokens.Read(ticket.Properties), ReplacedSessions.Read(ticket.Properties))
        : null;
}
