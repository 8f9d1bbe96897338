using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>
/// Answers to requests without a session: of guards, logout, disconnect and user. The session's cookie calls it when the framework challenges; where
/// somebody is signed in and may not, <see cref="DeniedAnswers"/> answers.
/// </summary>
internal static class SessionAnswers
{
    /// <summary>Nobody is signed in: a page load goes on to login, anything else gets 401.</summary>
    public static async Task SignedOutAsync(HttpContext context, DigitalOceanApplication application, bool mayRedirect = true)
    {
        if (!TryBegin(context) || await RefuseForeignAsync(context, application))
        {
            return;
        }

        if (SessionStatus.Of(context, application) is { UnavailableBecause: { } because } unavailable)
        {
            // Whether anybody is signed in cannot be told for now.
            CountDenial(context, application, because);
            await UnavailableAnswers.WriteAsync(context, unavailable);
            return;
        }

        if (GuardRefusal.Of(context, application) is not null)
        {
            // Counted and not logged: visitors who are not signed in yet are the usual case.
            context.RequestServices.GetRequiredService<DigitalOceanMetrics>().Denied(application.Scheme, FailureReasons.LoginRequired);
        }

        // What was posted cannot be sent again after the sign-in, so only a page is come back to.
        var login = PathOf.Login(context, application);
        var page = HttpMethods.IsGet(context.Request.Method)
            ? PathOf.Login(context, application, LocalUrl.TryRead(PathOf.This(context)))
            : login;
        await ToLoginAsync(context, SessionStatus.Of(context, application)?.EndedBecause, login, mayRedirect ? page : null);
    }

    /// <summary>Sends a page load on to login, and tells anything else where that is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reason">Why the session is over, where there was one.</param>
    /// <param name="login">Where to sign in.</param>
    /// <param name="page">Where a page load goes, or null where it is told as well.</param>
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

    /// <summary>Answers 403 to a request that another site made the browser send.</summary>
    /// <returns>Whether it did.</returns>
    public static async Task<bool> RefuseForeignAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (!context.RequestServices.GetRequiredService<CrossSitePolicy>().IsForeign(context, application))
        {
            return false;
        }

        CountDenial(context, application, FailureReasons.CrossSite);
        await new Refusal(
            StatusCodes.Status403Forbidden,
            "Sent from another site",
            "This request was sent by a page of another site, and is not carried out.")
        {
            Reason = FailureReasons.CrossSite,
        }.ExecuteAsync(context);
        return true;
    }

    /// <summary>Begins the answer. Two applications may both have something to say, and the first has the word.</summary>
    /// <returns>Whether it is the first.</returns>
    public static bool TryBegin(HttpContext context) => context.Items.TryAdd(typeof(SessionAnswers), true);

    /// <summary>Counts and logs that a request is refused.</summary>
    public static void CountDenial(HttpContext context, DigitalOceanApplication application, string reason)
    {
        context.RequestServices.GetRequiredService<DigitalOceanMetrics>().Denied(application.Scheme, reason);
        Log.Denied(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionAnswers)), application.Scheme, reason);
    }
}
