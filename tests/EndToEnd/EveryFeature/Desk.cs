using DoOAuth;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EveryFeature;

/// <summary>What users sign in to: every hook, those of a sign-in with an answer of their own.</summary>
[DigitalOceanOAuth(GuardPrefix = "Desk")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
internal static partial class Desk
{
    public static int SignIns { get; private set; }

    internal static void ConfigureOptions(DigitalOceanOptions options) => options.BackchannelTimeout = TimeSpan.FromSeconds(5);

    internal static void ConfigureCookie(CookieAuthenticationOptions options) => options.Cookie.Name = "desk";

    internal static Task<IResult?> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken)
    {
        SignIns++;
        return Task.FromResult<IResult?>(signIn.ReturnUrl == "/welcomed" ? Results.Text($"Welcome, {signIn.User.Name}") : null);
    }

    internal static Task<IResult?> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken) =>
        Task.FromResult<IResult?>(Results.Text($"Failed: {failure.Reason}", statusCode: failure.StatusCode));
}
