using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoOAuth;

/// <summary>Answers requests whose handler found no access and did not handle that. The responses are the same as those of guards.</summary>
internal static class AccessAnswers
{
    public static async Task WriteAsync(HttpContext context, DigitalOceanAccessException access)
    {
        // What the handler has set up so far belongs to a different response.
        context.Response.Clear();
        var refused = access.Request;
        if (refused is not null && access.Reason != FailureReasons.LoginRequired)
        {
            Log.Denied(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AccessAnswers)), refused.Application.Scheme, access.Reason);
        }

        if (access.IsPassing)
        {
            await UnavailableAnswers.WriteAsync(context, new SessionStatus { UnavailableBecause = access.Reason, RetryAfter = access.RetryAfter });
            return;
        }

        if (refused is null)
        {
            // Kept access, which may be another user's than the one who asks: to sign in would not help.
            await new Refusal(access.StatusCode, "Access has ended", access.Message) { Reason = access.Reason }.ExecuteAsync(context);
            return;
        }

        if (refused.IsInVain && PageLoad.Is(context.Request))
        {
            // On to login, DigitalOcean and back, and round and round.
            await new Refusal(access.StatusCode, "Access was rejected", "DigitalOcean rejected a token that it has just issued. Sign in again in a moment.")
            {
                Reason = access.Reason,
                Login = refused.LoginAndBack,
            }.ExecuteAsync(context);
            return;
        }

        if (access.Reason == FailureReasons.InvalidGrant && PageLoad.Is(context.Request))
        {
            // A page load leads to a new session. The response to a program keeps the cookie, because another machine can have sent the browser newer
            // tokens by now.
            await context.SignOutAsync(refused.Application.SessionScheme);
        }

        await SessionAnswers.ToLoginAsync(
            context,
            access.Reason == FailureReasons.LoginRequired ? null : access.Reason,
            refused.Login,
            HttpMethods.IsGet(context.Request.Method) ? refused.LoginAndBack : refused.Login);
    }
}
