using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Answers requests of a signed-in user that a guard rejects. The session cookie's handler calls it when the framework forbids.</summary>
internal static class DeniedAnswers
{
    public static async Task WriteAsync(HttpContext context, DigitalOceanApplication application)
    {
        // The framework forbids once for each application that guards the endpoint. The application whose guards rejected the request writes the
        // response.
        var refusal = GuardRefusal.Of(context, application);
        if (refusal is null && GuardRefusal.IsAny(context))
        {
            return;
        }

        if (!SessionAnswers.TryBegin(context) || await SessionAnswers.RefuseForeignAsync(context, application))
        {
            return;
        }

        if (SessionStatus.Of(context, application) is { UnavailableBecause: { } because } unavailable)
        {
            SessionAnswers.CountDenial(context, application, because);
            await UnavailableAnswers.WriteAsync(context, unavailable);
            return;
        }

        if (refusal is not { MissingScopes: { Count: > 0 } missing })
        {
            // One of the app's own policies.
            SessionAnswers.CountDenial(context, application, FailureReasons.AccessDenied);
            await new Refusal(StatusCodes.Status403Forbidden, "Access was denied", "The signed-in account is not allowed to do this.").ExecuteAsync(context);
            return;
        }

        await ScopesMissingAsync(context, application, missing);
    }

    // A page load is redirected to DigitalOcean to request the scopes, and then returns.
    private static async Task ScopesMissingAsync(HttpContext context, DigitalOceanApplication application, IReadOnlyList<string> missing)
    {
        var here = HttpMethods.IsGet(context.Request.Method) && PageLoad.Is(context.Request) ? LocalUrl.TryRead(PathOf.This(context)) : null;
        if (here is not null && Prefetch.Is(context.Request))
        {
            // A prefetch: the user has not opened this page yet, so nothing is requested, and the note of a denial stays.
            await Prefetch.RefuseAsync(context);
            return;
        }

        SessionAnswers.CountDenial(context, application, FailureReasons.ScopeMissing);
        var isDeclared = missing.All(application.Declares);
        var isRefused = here is not null && RefusedStepUp.Take(context, application, missing);
        if (here is not null && !isRefused && isDeclared)
        {
            NoStore.Set(context.Response);
            await LoginChallenge.SendAsync(context, application, here, missing);
            return;
        }

        var names = string.Join(' ', missing);
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{names}\"";
        await new Refusal(
            StatusCodes.Status403Forbidden, "Required scopes were not granted", $"This request requires scopes that were not granted: {names}.{(isRefused ? " You are still signed in." : "")}")
        {
            Reason = isRefused ? FailureReasons.AccessDenied : null,
            Topic = FailureReasons.ScopeMissing,
            Scopes = missing,
            Login = isDeclared ? PathOf.Login(context, application, here ?? PathOf.Back(context), missing) : null,
        }.ExecuteAsync(context);
    }
}
