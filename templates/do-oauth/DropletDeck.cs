using DoOAuth;

namespace DoOAuthApp_Namespace;

/// <summary>
/// This app's registration at DigitalOcean and what it may do there. From these lines the compiler makes
/// <c>AddDropletDeck()</c>, <c>MapDropletDeck()</c> and a guard for each scope, such as <c>RequireDropletRead()</c>.
/// </summary>
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)] // asked for only when an endpoint needs it
public static partial class DropletDeck;
