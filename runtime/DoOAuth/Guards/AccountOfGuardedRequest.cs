using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Adds the user of the app's own accounts to requests that a guard lets through: see <see cref="DigitalOceanOAuthBuilder.UseAccounts"/>. The guard's
/// policy reads only the session, so the account's pages would otherwise treat the user as signed out. It decides nothing.
/// </summary>
internal sealed class AccountOfGuardedRequest(DigitalOceanApplication application, ApplicationDirectory applications, string scheme) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Resource is not HttpContext http || !context.Requirements.OfType<ScopeRequirement>().Any(guard => applications.Find(guard.Scheme) == application))
        {
            return;
        }

        var user = http.User;
        if ((await http.AuthenticateAsync(scheme)).Principal is { } account
            && !account.Identities.Any(identity => user.Identities.Any(known => known.AuthenticationType == identity.AuthenticationType)))
        {
            // First, so that the app finds its own user ID and name.
            http.User = new ClaimsPrincipal(account.Identities.Concat(user.Identities));
        }
    }
}
