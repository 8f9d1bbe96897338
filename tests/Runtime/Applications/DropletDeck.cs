namespace DoOAuth.Tests.Applications;

/// <summary>The application of most tests, as a user writes it.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
[DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)]
internal static partial class DropletDeck;
