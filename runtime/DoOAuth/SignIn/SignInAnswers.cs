using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Responses to a failed sign-in or disconnect.</summary>
internal static class SignInAnswers
{
    public static Task FailedAsync(HttpContext context, DigitalOceanApplication application, DigitalOceanFailure failure, IReadOnlyList<string> wantedScopes) =>
        new Refusal(failure.StatusCode, TitleOf(failure.Reason), failure.Description)
        {
            Reason = failure.Reason,
            Scopes = failure.MissingScopes,
            Login = PathOf.Login(context, application, failure.ReturnUrl, ScopesOf(failure, wantedScopes).Where(application.Declares)),
        }.ExecuteAsync(context);

    public static Task NotDisconnectedAsync(HttpContext context, SignInFailedException failure) =>
        new Refusal(
            failure.Reason == FailureReasons.ProviderUnreachable ? failure.StatusCode : StatusCodes.Status502BadGateway,
            "Not disconnected",
            $"The access at DigitalOcean could not be revoked: {failure.Message} You are still signed in.")
        {
            Reason = failure.Reason,
        }.ExecuteAsync(context);

    // A new sign-in requests the same scopes, except for those that were denied.
    private static IEnumerable<string> ScopesOf(DigitalOceanFailure failure, IReadOnlyList<string> wanted) => failure.Reason == FailureReasons.StateMismatch
        ? wanted
        : failure.MissingScopes;

    private static string TitleOf(string reason) => reason switch
    {
        FailureReasons.AccessDenied => "Access was denied",
        FailureReasons.LoginRequired or FailureReasons.ConsentRequired => "DigitalOcean requires your confirmation",
        FailureReasons.StateMismatch or FailureReasons.InvalidGrant => "This sign-in is no longer valid",
        FailureReasons.ScopeMissing => "Required scopes were not granted",
        FailureReasons.ProviderUnreachable => "DigitalOcean cannot be reached",
        _ => "DigitalOcean could not sign you in",
    };
}
