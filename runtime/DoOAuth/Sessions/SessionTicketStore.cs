using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Stores encrypted sessions on the server. The cookie contains only the session's ID, also encrypted.</summary>
internal sealed class SessionTicketStore(
    DigitalOceanApplication application,
    IStoredSessions sessions,
    ApplicationKeys keys,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    TimeProvider time,
    ILogger<SessionTicketStore> logger) : ITicketStore
{
    private readonly RecentPlaintext _protector = new(keys.For("DoOAuth.StoredSession"), time);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var sessionId = SessionTokens.SessionId(ticket.Properties)
            ?? throw new InvalidOperationException($"A session of {application.SessionScheme} must start with a sign-in at DigitalOcean. Redirect the browser to {application.LoginPath}.");
        await sessions.AddAsync(sessionId, Protect(ticket), KeepFor(ticket), cancellationToken);
        return sessionId;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        try
        {
            // A slow response must not restore tokens that a refresh has used since.
            if (await FindAsync(key, CancellationToken.None) is { } there && SessionTokens.Read(there.Properties) is { } stored)
            {
                SessionTokens.Read(ticket.Properties)?.Or(stored).WriteTo(ticket.Properties);
            }

            // Complete the write, even if the browser disconnects.
            await sessions.ReplaceAsync(key, Protect(ticket), KeepFor(ticket), CancellationToken.None);
        }
        catch (SessionStoreException exception)
        {
            // The response is still correct, because the refresh remembers its tokens itself.
            Log.StoreUnreachable(logger, application.Scheme, exception);
        }
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => FindAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (SessionStatus.Of(httpContext, application) is { IsReplaced: true })
        {
            return null;
        }

        try
        {
            return await FindAsync(key, cancellationToken);
        }
        catch (SessionStoreException exception)
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
            new SessionStatus { UnavailableBecause = FailureReasons.StoreUnreachable }.Set(httpContext, application);
            return null;
        }
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await sessions.RemoveAsync(key, cancellationToken);
        }
        catch (SessionStoreException exception)
        {
            // Before a session is removed, its end is recorded, so its stored data can no longer be used.
            Log.StoreUnreachable(logger, application.Scheme, exception);
        }
    }

    private async Task<AuthenticationTicket?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, cancellationToken) is not { ProtectedTicket.IsEmpty: false } stored)
        {
            return null;
        }

        try
        {
            // Only under its own ID, so that write access to the store is not enough to pass one session's ticket to another.
            return SessionTicketSerializer.Instance.Deserialize(_protector.Unprotect(stored.ProtectedTicket.ToArray())) is { } ticket
                && SessionTokens.SessionId(ticket.Properties) == key ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // A copy, because the protector remembers its array, and the app's own store could write to it.
    private StoredSession Protect(AuthenticationTicket ticket) => new(
        ticket.Principal.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "",
        (byte[])[.. _protector.Protect(SessionTicketSerializer.Instance.Serialize(ticket))]);

    private TimeSpan KeepFor(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc is { } expires
        ? expires - time.GetUtcNow()
        : cookies.Get(application.SessionScheme).ExpireTimeSpan;
}
