using Microsoft.AspNetCore.Authentication.Cookies;

namespace DoOAuth.Tests.Applications;

/// <summary>An application with every hook, those that answer returning results.</summary>
[DigitalOceanOAuth(
    LoginPath = "/answering/login",
    CallbackPath = "/answering/callback",
    LogoutPath = "/answering/logout",
    DisconnectPath = "/answering/disconnect",
    UserPath = "/answering/me",
    GuardPrefix = "Answering")]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class AnsweringDeck
{
    internal static void ConfigureOptions(DigitalOceanOptions options)
    {
        options.BackchannelTimeout = TimeSpan.FromMilliseconds(300);
        options.AdditionalAuthorizationParameters["prompt"] = "none";
    }

    internal static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "renamed";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
    }

    internal static async Task<IResult?> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var script = HookScript.Of(signIn.HttpContext);
        script.SignIns.Add(signIn);
        return script.SignedIn(signIn);
    }

    internal static Task<IResult?> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var script = HookScript.Of(failure.HttpContext);
        script.Failures.Add(failure);
        return Task.FromResult(script.Failed(failure));
    }
}
