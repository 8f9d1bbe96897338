namespace DoOAuth.Tests.Applications;

/// <summary>An application whose hooks only watch: they return no result.</summary>
[DigitalOceanOAuth(
    LoginPath = "/watching/login",
    CallbackPath = "/watching/callback",
    LogoutPath = "/watching/logout",
    DisconnectPath = "/watching/disconnect",
    UserPath = "/watching/me",
    GuardPrefix = "Watching")]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal sealed partial class WatchingDeck
{
    internal static async Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken)
    {
        await Task.Yield();
        HookScript.Of(signIn.HttpContext).SignIns.Add(signIn);
    }

    internal static async Task OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken)
    {
        await Task.Yield();
        HookScript.Of(failure.HttpContext).Failures.Add(failure);
    }
}
