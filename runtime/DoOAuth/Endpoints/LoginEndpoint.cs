using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary><c>GET /login?returnUrl=&amp;scope=</c>: validates both parameters, then redirects to DigitalOcean.</summary>
internal static class LoginEndpoint
{
    public static async Task HandleAsync(HttpContext context, DigitalOceanApplication application)
    {
        NoStore.Set(context.Response);
        var returnUrl = PathOf.Home(context);
        if (context.Request.Query.TryGetValue("returnUrl", out var returnUrls) && !(returnUrls is [var only] && string.IsNullOrEmpty(only)))
        {
            if (returnUrls.Count != 1 || LocalUrl.TryRead(returnUrls[0]) is not { } local)
            {
                await new Refusal(
                    StatusCodes.Status400BadRequest,
                    "returnUrl is not valid",
                    "returnUrl must be a path of this app, such as /droplets.").ExecuteAsync(context);
                return;
            }

            returnUrl = local;
        }

        var wanted = context.Request.Query.TryGetValue("scope", out var scopes)
            ? [.. scopes.SelectMany(text => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)]
            : Array.Empty<string>();
        if (Array.Exists(wanted, scope => !application.Declares(scope)))
        {
            await new Refusal(
                StatusCodes.Status400BadRequest,
                "scope is not declared",
                $"This application declares only these scopes: {string.Join(' ', application.RequiredScopes.Concat(application.OptionalScopes))}.")
                .ExecuteAsync(context);
            return;
        }

        await LoginChallenge.SendAsync(context, application, returnUrl, wanted);
    }
}
