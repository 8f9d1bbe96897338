using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary><c>POST /logout</c>: forgets the session here.</summary>
internal static class LogoutEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        if (await SessionAnswers.RefuseForeignAsync(context, application))
        {
            return;
        }

        if (await context.AuthenticateAsync(application.SessionScheme) is { Succeeded: true, Properties: var properties })
        {
            await SessionEnd.BuryAsync(context, application, properties);
        }

        await context.SignOutAsync(application.SessionScheme);
        Leave(context);
    }

    /// <summary>Sends a page load on, and tells anything else that it is done.</summary>
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
