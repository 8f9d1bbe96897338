namespace DoOAuth.Generator.Tests.OpenApi;

/// <summary>A second application beside <see cref="Described"/>.</summary>
[DigitalOceanOAuth(
    LoginPath = "/again/login", CallbackPath = "/again/callback", LogoutPath = "/again/logout", DisconnectPath = "/again/disconnect",
    UserPath = "/again/me", GuardPrefix = "Again")]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class DescribedAgain;
