namespace DoOAuth.Benchmarks.Apps;

/// <summary>The application that is measured, as a user writes it.</summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
internal static partial class Deck;
