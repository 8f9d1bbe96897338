using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary><c>POST /logout</c>: ends the session without revoking its tokens.</summary>
internal static class LogoutEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        if (await SessionAnswers.RefuseForeignAsync(context, application))
        {
            return;
        }

        try
        {
            // This includes a session that no longer lets anyone in, because access kept from it, and the session that replaced it, can still be
            // active.
            if (await PresentedSession.ReadAsync(context, application) is { } session)
            {
                await SessionEnd.BuryAsync(context, application, session);
            }
            else if (SessionStatus.Of(context, application) is { UnavailableBecause: not null } status)
            {
                await UnavailableAnswers.WriteAsync(context, status);
                return;
            }
        }
        catch (SessionStoreException exception)
        {
            // The session remains. Without the cookie nobody could end it, and a copy of the cookie would stay valid.
            Log.StoreUnreachable(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LogoutEndpoint)), application.Scheme, exception);
            await UnavailableAnswers.StoreAwayAsync(context, "The session store cannot be reached, so you are still signed in. Try again in a moment.");
            return;
        }

        await context.SignOutAsync(application.SessionScheme);
        Leave(context);
    }

    /// <summary>Redirects a page load, and returns 204 to anything else.</summary>
    public static void Leave(HttpContext context)
    {
        if (!PageLoad.Is(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LocalUrl.TryRead(context.Request.Query["returnUrl"]) ?? PathOf.Home(context);
    }
}
