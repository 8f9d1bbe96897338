using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary><c>GET /me</c>: the signed-in user as JSON.</summary>
internal static class UserEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        var session = await context.AuthenticateAsync(application.SessionScheme);
        if (CurrentUser.Of(session, application) is not { } user)
        {
            await SessionAnswers.SignedOutAsync(context, application, mayRedirect: false);
            return;
        }

        if (SessionStatus.Of(context, application) is { UnavailableBecause: not null } status)
        {
            await UnavailableAnswers.WriteAsync(context, status);
            return;
        }

        await context.Response.WriteAsJsonAsync(user, DigitalOceanUserJson.Default.DigitalOceanUser, cancellationToken: context.RequestAborted);
    }
}
