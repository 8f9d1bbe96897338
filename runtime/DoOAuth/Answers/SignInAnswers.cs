using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Answers to a sign-in, or a disconnection, that failed.</summary>
internal static class SignInAnswers
{
    public static Task FailedAsync(HttpContext context, DigitalOceanApplication application, DigitalOceanFailure failure)
    {
        var title = TitleOf(failure.Reason);
        var again = PathOf.Login(context, application, failure.ReturnUrl, failure.MissingScopes.Where(application.Declares));
        return PageLoad.Is(context.Request)
            ? SmallPage.WriteAsync(
                context,
                failure.StatusCode,
                title,
                failure.Description,
                failure.Reason,
                ("Try again", again),
                ("Back to the app", PathOf.Home(context)))
            : ProblemAnswer.WriteAsync(
                context, failure.StatusCode, title, failure.Description, failure.Reason, failure.MissingScopes, again);
    }

    public static Task NotDisconnectedAsync(HttpContext context, SignInFailedException failure)
    {
        const string Title = "Not disconnected";
        var text = $"The access at DigitalOcean could not be withdrawn: {failure.Message} You are still signed in.";
        var status = failure.Reason == FailureReasons.ProviderUnreachable ? failure.StatusCode : StatusCodes.Status502BadGateway;
        return PageLoad.Is(context.Request)
            ? SmallPage.WriteAsync(context, status, Title, text, failure.Reason, ("Back to the app", PathOf.Home(context)))
            : ProblemAnswer.WriteAsync(context, status, Title, text, failure.Reason);
    }

    private static string TitleOf(string reason) => reason switch
    {
        FailureReasons.AccessDenied => "Access was refused",
        FailureReasons.LoginRequired or FailureReasons.ConsentRequired => "DigitalOcean wants to ask you first",
        FailureReasons.StateMismatch or FailureReasons.InvalidGrant => "This sign-in is no longer valid",
        FailureReasons.ScopeMissing => "Not enough was granted",
        FailureReasons.ProviderUnreachable => "DigitalOcean cannot be reached",
        _ => "DigitalOcean could not sign you in",
    };
}
