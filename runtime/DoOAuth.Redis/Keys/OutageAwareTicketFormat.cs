using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Where a cookie cannot be decrypted while Redis is away, the key for it may be one that this machine could not read yet: whether anybody is
/// signed in cannot be told for now, which is no sign-out. Nor is it when Redis has come back while the keys were being read in vain.
/// </summary>
internal sealed class OutageAwareTicketFormat(
    ISecureDataFormat<AuthenticationTicket> inner, DigitalOceanApplication application, SharedRedis redis, IHttpContextAccessor httpContext)
    : ISecureDataFormat<AuthenticationTicket>
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => NoteOutage(inner.Unprotect(protectedText));

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => NoteOutage(inner.Unprotect(protectedText, purpose));

    private AuthenticationTicket? NoteOutage(AuthenticationTicket? ticket)
    {
        if (ticket is null && redis.IsUnsettled && httpContext.HttpContext is { } context)
        {
            new SessionStatus { UnavailableBecause = FailureReasons.StoreUnreachable, RetryAfter = RetryAfter }.Set(context, application);
        }

        return ticket;
    }
}
