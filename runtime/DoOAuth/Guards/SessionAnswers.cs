using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Answers of guards, logout, disconnect and user to those who may not.</summary>
internal static class SessionAnswers
{
    /// <summary>Nobody is signed in: a page load goes on to login, anything else gets 401.</summary>
    public static async Task SignedOutAsync(HttpContext context, DigitalOceanApplication application, bool mayRedirect = true)
    {
        if (IsAnswered(context) || await RefuseForeignAsync(context, application))
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

        if (GuardsOf(context, application).Any())
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
            "Nobody is signed in",
            reason is null ? "Sign in with DigitalOcean first." : "DigitalOcean ended this session. Sign in again.")
        {
            Reason = reason,
            Login = login,
        };
        return ProblemAnswer.WriteAsync(context, refusal);
    }

    /// <summary>Somebody is signed in, and a guard does not let them through.</summary>
    public static async Task DeniedAsync(HttpContext context, DigitalOceanApplication application)
    {
        // Forbidden once for each application that guards the endpoint: the one that something is wrong with answers.
        if (!IsAtFault(context, application) && OthersAreAtFault(context, application))
        {
            return;
        }

        if (IsAnswered(context) || await RefuseForeignAsync(context, application))
        {
            return;
        }

        if (SessionStatus.Of(context, application) is { UnavailableBecause: { } because } unavailable)
        {
            CountDenial(context, application, because);
            await UnavailableAnswers.WriteAsync(context, unavailable);
            return;
        }

        var missing = MissingScopes(context, application);
        if (missing.Length == 0)
        {
            CountDenial(context, application, FailureReasons.AccessDenied);
            await DenyAsync(context, application, "The account is signed in, and may not do this.", missing);
            return;
        }

        var here = HttpMethods.IsGet(context.Request.Method) && PageLoad.Is(context.Request) ? LocalUrl.TryRead(PathOf.This(context)) : null;
        if (here is not null && Prefetch.Is(context.Request))
        {
            // The user has not come here yet: nothing is asked for, and what is noted of a refusal stays.
            await Prefetch.RefuseAsync(context);
            return;
        }

        CountDenial(context, application, FailureReasons.ScopeMissing);
        var isRefused = here is not null && RefusedStepUp.Take(context, application, missing);
        if (here is not null && !isRefused && Array.TrueForAll(missing, application.Declares))
        {
            NoStore.Set(context.Response);
            await LoginChallenge.SendAsync(context, application, here, missing);
            return;
        }

        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{string.Join(' ', missing)}\"";
        await DenyAsync(
            context,
            application,
            $"This needs scopes that were not granted: {string.Join(' ', missing)}.{(isRefused ? " You are still signed in." : "")}",
            missing,
            isRefused ? FailureReasons.AccessDenied : null,
            here);
    }

    /// <summary>Answers 403 to a request that another site made the browser send.</summary>
    /// <returns>Whether it did.</returns>
    public static async Task<bool> RefuseForeignAsync(HttpContext context, DigitalOceanApplication application)
    {
        if (!IsForeign(context, application))
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

    private static Task DenyAsync(
        HttpContext context, DigitalOceanApplication application, string text, string[] missing, string? reason = null, string? here = null) =>
        new Refusal(StatusCodes.Status403Forbidden, "Not allowed", text)
        {
            Reason = reason,
            Scopes = missing,
            Login = missing.Length > 0 && Array.TrueForAll(missing, application.Declares)
                ? PathOf.Login(context, application, here, missing)
                : null,
        }.ExecuteAsync(context);

    // Two applications may both have something to say, and there is one answer.
    private static bool IsAnswered(HttpContext context) => !context.Items.TryAdd(typeof(SessionAnswers), true);

    // An application that does not guard the endpoint has nothing to say here, whatever became of its session.
    private static bool IsAtFault(HttpContext context, DigitalOceanApplication application) =>
        GuardsOf(context, application).Any()
        && (SessionStatus.Of(context, application) is { UnavailableBecause: not null } || MissingScopes(context, application).Length > 0 || IsForeign(context, application));

    private static bool IsForeign(HttpContext context, DigitalOceanApplication application) =>
        context.RequestServices.GetRequiredService<CrossSitePolicy>().IsForeign(context, application);

    private static bool OthersAreAtFault(HttpContext context, DigitalOceanApplication application) =>
        context.RequestServices.GetRequiredService<ApplicationDirectory>().All.Any(other => other != application && IsAtFault(context, other));

    private static string[] MissingScopes(HttpContext context, DigitalOceanApplication application) =>
        (DigitalOceanIdentity.ScopesOf(context.User, application.Scheme) ?? GrantedScopes.None)
            .Missing(GuardsOf(context, application).SelectMany(guard => guard.Scopes));

    private static IEnumerable<RequireScopeAttribute> GuardsOf(HttpContext context, DigitalOceanApplication application)
    {
        var applications = context.RequestServices.GetRequiredService<ApplicationDirectory>();
        var guards = context.GetEndpoint()?.Metadata.GetOrderedMetadata<RequireScopeAttribute>() ?? [];
        return guards.Where(guard => applications.Find(guard.Scheme) == application);
    }

    private static void CountDenial(HttpContext context, DigitalOceanApplication application, string reason)
    {
        context.RequestServices.GetRequiredService<DigitalOceanMetrics>().Denied(application.Scheme, reason);
        Log.Denied(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SessionAnswers)), application.Scheme, reason);
    }
}
