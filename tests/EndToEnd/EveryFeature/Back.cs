using DoOAuth;

namespace EveryFeature;

/// <summary>A second registered application, mapped in a group, with hooks that only watch.</summary>
[DigitalOceanOAuth(
    LoginPath = "/enter",
    CallbackPath = "/entered",
    LogoutPath = "/leave",
    DisconnectPath = "/cut",
    UserPath = "/who",
    Scheme = "BackOffice",
    ConfigurationSection = "Back",
    GuardPrefix = "Back")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
internal static partial class Back
{
    internal static Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) => Task.CompletedTask;

    internal static Task OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken) => Task.CompletedTask;
}
