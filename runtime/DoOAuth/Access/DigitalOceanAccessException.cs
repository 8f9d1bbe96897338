using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// The exception that is thrown if there is no access to the user's DigitalOcean account: the user is not signed in, the session has ended (401), or
/// the access token cannot be refreshed at the moment (503). If the app does not handle it in a request, the response is the same as that of a guard:
/// 401 with the reason, a redirect to login for a page load, or 503 with <c>Retry-After</c>.
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
    /// The reason: <see cref="FailureReasons.LoginRequired"/> if the user is not signed in or has signed out,
    /// <see cref="FailureReasons.InvalidGrant"/> if DigitalOcean ended the session. <see cref="FailureReasons.ProviderUnreachable"/> and
    /// <see cref="FailureReasons.StoreUnreachable"/> are temporary: try again later.
    /// </summary>
    public string Reason { get; }

    /// <summary>Whether the failure is temporary, so that you can try again later.</summary>
    public bool IsPassing => StatusCode == StatusCodes.Status503ServiceUnavailable;

    /// <summary>
    /// Writes the response that this exception causes if the app does not handle it, for code that handles all exceptions by itself, such as a proxy.
    /// </summary>
    /// <param name="context">The request. Its response must not have started.</param>
    public Task WriteResponseAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AccessAnswers.WriteAsync(context, this);
    }

    /// <summary>The request whose user has no access, as it was at that time. Null for kept access, which can belong to any user.</summary>
    internal RefusedRequest? Request { get; }

    /// <summary>How long to wait before the next attempt, or null if that is not known.</summary>
    internal TimeSpan RetryAfter { get; }

    internal static DigitalOceanAccessException SignedOut(RefusedRequest? request = null) => new(
        "The user is not signed in with DigitalOcean. Add a guard to the endpoint that makes this call, such as .RequireAccountRead().",
        StatusCodes.Status401Unauthorized,
        FailureReasons.LoginRequired,
        request);

    /// <summary>Creates the exception for a request in which the session could not be read, with the reason.</summary>
    internal static DigitalOceanAccessException WithoutSession(HttpContext context, DigitalOceanApplication application)
    {
        var request = RefusedRequest.Of(context, application);
        return SessionStatus.Of(context, application) switch
        {
            { UnavailableBecause: { } because } status => Unavailable(because, request: request, retryAfter: status.RetryAfter),
            { EndedBecause: { } reason } => Over(reason, request),
            _ => SignedOut(request),
        };
    }

    internal static DigitalOceanAccessException Over(string? reason, RefusedRequest? request = null) => reason is null
        ? new("The user has signed out.", StatusCodes.Status401Unauthorized, FailureReasons.LoginRequired, request)
        : new("DigitalOcean ended this session. The user must sign in again.", StatusCodes.Status401Unauthorized, reason, request);

    /// <summary>Gets the tokens to continue with.</summary>
    /// <exception cref="DigitalOceanAccessException">There are no tokens, or they are unavailable at the moment.</exception>
    internal static UserTokens ThrowIfUnusable(SessionOutcome outcome, Func<RefusedRequest?>? request = null) =>
        outcome.UnavailableBecause is { } because
            ? throw Unavailable(because, request: request?.Invoke(), retryAfter: outcome.RetryAfter)
            : outcome.User ?? throw Over(outcome.Reason, request?.Invoke());

    internal static DigitalOceanAccessException Unavailable(
        string because, Exception? innerException = null, RefusedRequest? request = null, TimeSpan retryAfter = default) => new(
        because == FailureReasons.StoreUnreachable
            ? "The app's session store cannot be reached."
            : "The access token must be refreshed, but DigitalOcean cannot be reached.",
        StatusCodes.Status503ServiceUnavailable,
        because,
        request,
        retryAfter,
        innerException);
}
