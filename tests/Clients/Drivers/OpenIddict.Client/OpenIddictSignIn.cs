namespace DoOAuth.Clients.Tests.Drivers;

/// <summary>What the app with OpenIddict's client got from a sign-in.</summary>
internal sealed record OpenIddictSignIn(string? Error, string? AccessToken, string? RefreshToken, string? Subject);
