namespace DoOAuth.Tests.Applications;

/// <summary>A second application, beside <see cref="DropletDeck"/> in one app.</summary>
[DigitalOceanOAuth(
    LoginPath = "/admin/login",
    CallbackPath = "/admin/callback",
    LogoutPath = "/admin/logout",
    DisconnectPath = "/admin/disconnect",
    UserPath = "/admin/me",
    ConfigurationSection = "Admin",
    GuardPrefix = "Admin")]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Delete)]
internal static partial class AdminDeck;
