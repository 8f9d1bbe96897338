using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Passes a reason through the framework's handler. The message never contains text that the provider sent, because the framework logs it.
/// </summary>
internal sealed class SignInFailedException : AuthenticationFailureException
{
    public SignInFailedException(string reason, string message, int statusCode, IReadOnlyList<string>? missingScopes = null)
        : base(message)
    {
        Reason = reason;
        StatusCode = statusCode;
        MissingScopes = missingScopes ?? [];
    }

    public string Reason { get; }

    public int StatusCode { get; }

    public IReadOnlyList<string> MissingScopes { get; }

    public static SignInFailedException StateMismatch() => new(
        FailureReasons.StateMismatch,
        "This response does not belong to a sign-in that was started in this browser within the last 15 minutes. Start again.",
        StatusCodes.Status400BadRequest);

    public static SignInFailedException ProviderError(string message) =>
        new(FailureReasons.ProviderError, message, StatusCodes.Status502BadGateway);

    public static SignInFailedException ScopeMissing(string message, IReadOnlyList<string> missing) =>
        new(FailureReasons.ScopeMissing, message, StatusCodes.Status403Forbidden, missing);

    /// <summary>Converts the <c>error</c> of a callback or a token response. An unknown error counts as the provider's own.</summary>
    public static SignInFailedException FromError(string? error) => error switch
    {
        "access_denied" => new(
            FailureReasons.AccessDenied,
            "Access to the DigitalOcean account was denied.",
            StatusCodes.Status403Forbidden),
        "login_required" => new(
            FailureReasons.LoginRequired,
            "No user is signed in to DigitalOcean in this browser.",
            StatusCodes.Status403Forbidden),
        "consent_required" => new(
            FailureReasons.ConsentRequired,
            "The application does not have access to the DigitalOcean account yet.",
            StatusCodes.Status403Forbidden),
        "invalid_grant" => new(
            FailureReasons.InvalidGrant,
            "DigitalOcean rejected the code of this sign-in: it was already used, has expired, or belongs to another application. Start again.",
            StatusCodes.Status400BadRequest),
        "invalid_client" or "unauthorized_client" => new(
            FailureReasons.InvalidClient,
            "DigitalOcean rejected this application's client ID or client secret. Compare them with the application's registration at DigitalOcean.",
            StatusCodes.Status502BadGateway),
        _ => ProviderError("DigitalOcean returned an error."),
    };
}
