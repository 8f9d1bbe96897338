using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// There is no access to the user's DigitalOcean account: nobody is signed in, the session is over (401), or the access cannot be renewed for
/// now (503). Left alone in a request, it is answered as a guard would: 401 with the reason, a page load goes on to login; or 503 with
/// <c>Retry-After</c>.
/// </summary>
public sealed class DigitalOceanAccessException : BadHttpRequestException
{
    private DigitalOceanAccessException(
        string message, int statusCode, string reason, RefusedRequest? request, TimeSpan retryAfter = default, Exception? innerException = null)
        : base(message, statusCode, innerException!)
    {
        Reason = reason;
        Request = request;
        RetryAfter = retryAfter;
    }

    /// <summary>
    /// <see cref="FailureReasons.LoginRequired"/> where nobody is signed in or the user signed out,
    /// <see cref="FailureReasons.InvalidGrant"/> where DigitalOcean ended the session;
    /// <see cref="FailureReasons.ProviderUnreachable"/> and <see cref="FailureReasons.StoreUnreachable"/> pass: try again later.
    /// </summary>
    public string Reason { get; }

    /// <summary>Whether it helps to try again later.</summary>
    public bool IsPassing => StatusCode == StatusCodes.Status503ServiceUnavailable;

    /// <summary>The request whose own user it is about, as it was then; null for kept access, which may be anybody's.</summary>
    internal RefusedRequest? Request { get; }

    /// <summary>When to try again, where that is known.</summary>
    internal TimeSpan RetryAfter { get; }

    internal static DigitalOceanAccessException SignedOut(RefusedRequest? request = null) => new(
        "Nobody is signed in with DigitalOcean. Guard the endpoint that makes this call, such as with .RequireAccountRead().",
        StatusCodes.Status401Unauthorized,
        FailureReasons.LoginRequired,
        request);

    internal static DigitalOceanAccessException Over(string? reason, RefusedRequest? request = null) => reason is null
        ? new("The user has signed out.", StatusCodes.Status401Unauthorized, FailureReasons.LoginRequired, request)
        : new("DigitalOcean ended this session. The user has to sign in again.", StatusCodes.Status401Unauthorized, reason, request);

    /// <summary>The tokens to go on with.</summary>
    /// <exception cref="DigitalOceanAccessException">There are none, or none for now.</exception>
    internal static UserTokens ThrowIfUnusable(SessionOutcome outcome, Func<RefusedRequest?>? request = null) =>
        outcome.UnavailableBecause is { } because
            ? throw Unavailable(because, request: request?.Invoke(), retryAfter: outcome.RetryAfter)
            : outcome.User ?? throw Over(outcome.Reason, request?.Invoke());

    internal static DigitalOceanAccessException Unavailable(
        string because, Exception? innerException = null, RefusedRequest? request = null, TimeSpan retryAfter = default) => new(
        because == FailureReasons.StoreUnreachable
            ? "The app's session store cannot be reached."
            : "The access has to be renewed, and DigitalOcean cannot be reached for that.",
        StatusCodes.Status503ServiceUnavailable,
        because,
        request,
        retryAfter,
        innerException);
}
