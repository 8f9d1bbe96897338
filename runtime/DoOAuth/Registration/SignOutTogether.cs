using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Ends the application's session together with the app's own: see <see cref="DigitalOceanOAuthBuilder.UseAccounts"/>.</summary>
internal sealed class SignOutTogether(DigitalOceanApplication application, string scheme) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != scheme)
        {
            return;
        }

        if (options.EventsType is not null)
        {
            throw new InvalidOperationException(
                $"UseAccounts(\"{scheme}\") of {application.Scheme} needs the events of that cookie, which are replaced by its EventsType. "
                + $"Remove UseAccounts, and call HttpContext.SignOutAsync(\"{application.SessionScheme}\") where your app signs users out.");
        }

        var (signingOut, signingIn) = (options.Events.OnSigningOut, options.Events.OnSigningIn);
        options.Events.OnSigningOut = async context =>
        {
            await signingOut(context);
            await SessionEnd.SignOutAsync(context.HttpContext, application);
        };
        options.Events.OnSigningIn = async context =>
        {
            await signingIn(context);
            if (!await IsSameUserAsync(context.HttpContext, context.Principal))
            {
                await SessionEnd.SignOutAsync(context.HttpContext, application);
            }
        };
    }

    // A user who comes from DigitalOcean has just started the session. Others sign in again to change their own cookie.
    private async Task<bool> IsSameUserAsync(HttpContext context, ClaimsPrincipal? user)
    {
        if (user?.HasClaim(ClaimTypes.AuthenticationMethod, application.Scheme) == true)
        {
            return true;
        }

        var before = (await context.AuthenticateAsync(scheme)).Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        return before is not null && before == user?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
    }
}
