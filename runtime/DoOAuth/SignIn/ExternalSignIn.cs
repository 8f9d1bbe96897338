using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Passes the user to an app that has accounts of its own, such as ASP.NET Core Identity, in the cookie in which it expects users of other providers.
/// The app's own properties of the challenge come along: Identity reads <c>LoginProvider</c> and <c>XsrfId</c> from them. Tokens are only in the
/// session, because a copy would be void after the first refresh.
/// </summary>
internal static class ExternalSignIn
{
    // Set by Identity's SignInManager.ConfigureExternalAuthenticationProperties.
    private const string LoginProvider = "LoginProvider";

    private const string Begun = "DoOAuth.Begun";

    /// <summary>Passes the properties of the challenge on to <see cref="CompleteAsync"/>. They do not become part of the session.</summary>
    public static void Begin(AuthenticationProperties session, AuthenticationProperties challenge) => session.Parameters[Begun] = challenge;

    /// <summary>Signs the user in to the app's external scheme, if the app has one and expects it.</summary>
    public static async Task CompleteAsync(
        HttpContext context, DigitalOceanApplication application, ClaimsPrincipal principal, AuthenticationProperties session)
    {
        if (session.GetParameter<AuthenticationProperties>(Begun) is not { } challenge || SchemeOf(context, application, challenge) is not { } scheme)
        {
            return;
        }

        var properties = new AuthenticationProperties(SignInState.ForeignItems(challenge));
        await context.SignInAsync(scheme, new ClaimsPrincipal(principal.Identities.Select(WithoutScopes)), properties);
    }

    private static string? SchemeOf(HttpContext context, DigitalOceanApplication application, AuthenticationProperties challenge)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(application.Scheme).SignInScheme is { } own
            && own != application.SessionScheme)
        {
            return own;
        }

        // Any other sign-in, such as one by a guard, is none of the app's external logins.
        if (!challenge.Items.TryGetValue(LoginProvider, out var provider) || provider != application.Scheme)
        {
            return null;
        }

        var external = services.GetRequiredService<IOptions<AuthenticationOptions>>().Value.DefaultSignInScheme;
        return external is null || services.GetRequiredService<ApplicationDirectory>().All.Any(one => one.SessionScheme == external) ? null : external;
    }

    // A claim for each scope would make the cookie several kilobytes larger.
    private static ClaimsIdentity WithoutScopes(ClaimsIdentity identity) => identity is DigitalOceanIdentity own
        ? new ClaimsIdentity(own.OwnClaims, own.AuthenticationType, own.NameClaimType, own.RoleClaimType)
        : identity;
}
