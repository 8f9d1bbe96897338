using DoOAuth;

namespace TwoApplications;

/// <summary>The application that staff sign in to. It has its own paths, registration and guards.</summary>
[DigitalOceanOAuth(
    LoginPath = "/back-office/login",
    CallbackPath = "/back-office/callback",
    LogoutPath = "/back-office/logout",
    DisconnectPath = "/back-office/disconnect",
    UserPath = "/back-office/me",
    ConfigurationSection = "BackOffice",
    GuardPrefix = "BackOffice")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
internal static partial class BackOffice;
