using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Answers requests without a session, for guards and for the logout, disconnect and user endpoints. The session cookie's handler calls it when the
/// framework challenges. If the user is signed in but not allowed, <see cref="DeniedAnswers"/> answers.
/// </summary>
internal static class SessionAnswers
{
    /// <summary>There is no session: a page load is redirected to login, anything else gets 401.</summary>
    public static async Task SignedOutAsync(HttpContext context, DigitalOceanApplication application, bool mayRedirect = true)
    {
        if (!TryBegin(context) || await RefuseForeignAsync(context, application))
        {
            return;
        }

        if (SessionStatus.Of(context, application) is { UnavailableBecause: { } because } unavailable)
        {
            // It is not known at the moment whether the user is signed in.
            CountDenial(context, application, because);
            await UnavailableAnswers.WriteAsync(context, unavailable);
            return;
        }

        if (GuardRefusal.Of(context, application) is not null)
        {
            // Counted but not logged, because visitors who are not signed in yet are the usual case.
            context.RequestServices.GetRequiredService<DigitalOceanMetrics>().Denied(application.Scheme, FailureReasons.LoginRequired);
        }

        // A form cannot be posted again after the sign-in, so the user returns only to a page.
        var login = PathOf.Login(context, application, PathOf.Back(context));
        var page = HttpMethods.IsGet(context.Request.Method)
            ? PathOf.Login(context, application, LocalUrl.TryRead(PathOf.This(context)))
            : login;
        await ToLoginAsync(context, SessionStatus.Of(context, application)?.EndedBecause, login, mayRedirect ? page : null);
    }

    /// <summary>Redirects a page load to login, and tells other clients the address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reason">Why the session ended, or null if there was none.</param>
    /// <param name="login">The address to sign in at.</param>
    /// <param name="page">The address to redirect a page load to, or null to tell it the address too.</param>
    public static Task ToLoginAsync(HttpContext context, string? reason, string login, string? page)
    {
        if (page is not null && PageLoad.Is(context.Request))
        {
            NoStore.Set(context.Response);
            context.Response.StatusCode = HttpMethods.IsGet(context.Request.Method) ? StatusCodes.Status302Found : StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = page;
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        var refusal = new Refusal(
            StatusCodes.Status401Unauthorized,
            "Not signed in",
            reason is null ? "Sign in with DigitalOcean first." : "DigitalOcean ended this session. Sign in again.")
        {
            Reason = reason,
            Topic = reason ?? FailureReasons.LoginRequired,
            Login = login,
        };
        return ProblemAnswer.WriteAsync(context, refusal);
    }

    /// <summary>Returns 403 for a request that another site caused the browser to send.</summary>
    /// <returns>Whether the request was rejected.</returns>
    public static async Task<bool> RefuseForeignAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (!context.RequestServices.GetRequiredService<CrossSitePolicy>().IsForeign(context, application))
        {
            return false;
        }

        CountDenial(context, application, FailureReasons.CrossSite);
        await new Refusal(
            StatusCodes.Status403Forbidden,
            "Cross-site request",
            "The request was rejected because a page of another site sent it.")
        {
            Reason = FailureReasons.CrossSite,
        }.ExecuteAsync(context);
        return true;
    }

    /// <summary>Starts the response. If two applications reject the request, the first one writes the response.</summary>
    /// <returns>Whether this is the first one.</returns>
    public static bool TryBegin(HttpContext context) => context.Items.TryAdd(typeof(SessionAnswers), true);

    /// <summary>Counts and logs a rejected request.</summary>
    public static void CountDenial(HttpContext context, DigitalOceanApplication application, string reason)
    {
        context.RequestServices.GetRequiredService<DigitalOceanMetrics>().Denied(application.Scheme, reason);
        Log.Denied(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionAnswers)), application.Scheme, reason);
    }
}
