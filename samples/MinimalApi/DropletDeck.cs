using DoOAuth;

namespace MinimalApi;

/// <summary>What this app asks its users for. A user grants the optional scope when an endpoint needs it.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
internal static partial class DropletDeck;
