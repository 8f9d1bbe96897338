namespace DoOAuth.BlazorApp;

/// <summary>The application, as a user writes it.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class DropletDeck;
