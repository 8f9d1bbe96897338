using DoOAuth;

namespace BlazorSample;

/// <summary>What this app asks its users for.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class DropletDeck;
