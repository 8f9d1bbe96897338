using DoOAuth;

namespace AspireSample;

/// <summary>What this app asks its users for.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
internal static partial class DropletDeck;
