using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary><c>POST /disconnect</c>: revokes the tokens of the session and of the sessions that it replaced, then ends them.</summary>
internal static class DisconnectEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        if (await SessionAnswers.RefuseForeignAsync(context, application))
        {
            return;
        }

        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (!session.Succeeded)
        {
            await SessionAnswers.SignedOutAsync(context, application);
            return;
        }

        var metrics = context.RequestServices.GetRequiredService<DigitalOceanMetrics>();
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DisconnectEndpoint));
        using var activity = DigitalOceanMetrics.StartActivity("DoOAuth.Disconnect", application.Scheme);
        try
        {
            await SessionEnd.RevokeAsync(context, application);
        }
        catch (SignInFailedException exception)
        {
            // The session remains so that the user can try again. Without it, the token would stay valid at DigitalOcean.
            metrics.Revoked(application.Scheme, exception.Reason);
            Log.RevocationFailed(logger, application.Scheme, exception.Reason);
            await SignInAnswers.NotDisconnectedAsync(context, exception);
            return;
        }
        catch (SessionStoreException exception)
        {
            Log.StoreUnreachable(logger, application.Scheme, exception);
            await UnavailableAnswers.StoreAwayAsync(
                context, "The session store cannot be reached, so no access was revoked and you are still signed in. Try again in a moment.");
            return;
        }

        metrics.Revoked(application.Scheme, "success");
        Log.Revoked(logger, application.Scheme);
        await context.SignOutAsync(application.SessionScheme);
        LogoutEndpoint.Leave(context);
    }
}
