using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// There is no access to the user's DigitalOcean account: nobody is signed in, the session is over (401), or the access cannot be renewed for
/// now (503). Left alone in a request, it is answered with its status.
/// </summary>
public sealed class DigitalOceanAccessException : BadHttpRequestException
{
    private DigitalOceanAccessException(string message, int statusCode, string reason, Exception? innerException = null)
        : base(message, statusCode, innerException!)
    {
        Reason = reason;
    }

    /// <summary>
    /// <see cref="FailureReasons.LoginRequired"/> where nobody is signed in or the user signed out,
    /// <see cref="FailureReasons.InvalidGrant"/> where DigitalOcean ended the session;
    /// <see cref="FailureReasons.ProviderUnreachable"/> and <see cref="FailureReasons.StoreUnreachable"/> pass: try again later.
    /// </summary>
    public string Reason { get; }

    /// <summary>Whether it helps to try again later.</summary>
    public bool IsPassing => StatusCode == StatusCodes.Status503ServiceUnavailable;

    internal static DigitalOceanAccessException SignedOut() => new(
        "Nobody is signed in with DigitalOcean. Guard the endpoint that makes this call, such as with .RequireAccountRead().",
        StatusCodes.Status401Unauthorized,
        FailureReasons.LoginRequired);

    internal static DigitalOceanAccessException Over(string? reason) => reason is null
        ? new("The user has signed out.", StatusCodes.Status401Unauthorized, FailureReasons.LoginRequired)
        : new("DigitalOcean ended this session. The user has to sign in again.", StatusCodes.Status401Unauthorized, reason);

    /// <summary>The tokens to go on with.</summary>
    /// <exception cref="DigitalOceanAccessException">There are none, or none for now.</exception>
    internal static UserTokens ThrowIfUnusable(SessionOutcome outcome) =>
        outcome.UnavailableBecause is { } because ? throw Unavailable(because) : outcome.User ?? throw Over(outcome.Reason);

    internal static DigitalOceanAccessException Unavailable(string because, Exception? innerException = null) => new(
        because == FailureReasons.StoreUnreachable
            ? "The app's session store cannot be reached."
            : "The access has to be renewed, and DigitalOcean cannot be reached for that.",
        StatusCodes.Status503ServiceUnavailable,
        because,
        innerException);
}
