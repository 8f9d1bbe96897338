using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// If a cookie cannot be decrypted while the store of the keys is unavailable, its key may be one that this machine could not read yet. Whether the user
/// is signed in is then unknown, and the user is not signed out.
/// </summary>
internal sealed class OutageAwareTicketFormat(
    ISecureDataFormat<AuthenticationTicket> inner, DigitalOceanApplication application, IKeyStoreStatus keys, IHttpContextAccessor httpContext)
    : ISecureDataFormat<AuthenticationTicket>
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => NoteOutage(inner.Unprotect(protectedText));

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => NoteOutage(inner.Unprotect(protectedText, purpose));

    private AuthenticationTicket? NoteOutage(AuthenticationTicket? ticket)
    {
        if (ticket is null && keys.IsAway && httpContext.HttpContext is { } context)
        {
            new SessionStatus { UnavailableBecause = FailureReasons.StoreUnreachable, RetryAfter = RetryAfter }.Set(context, application);
        }

        return ticket;
    }
}
