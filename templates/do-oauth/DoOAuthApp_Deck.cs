using DoOAuth;

namespace DoOAuthApp_Namespace;

/// <summary>
/// This app's registration at DigitalOcean and what it may do there. From these lines the compiler makes
/// <c>AddDoOAuthApp_Deck()</c>, <c>MapDoOAuthApp_Deck()</c> and a guard for each scope, such as <c>RequireAccountRead()</c>.
/// What is optional is asked for only when an endpoint needs it.
/// </summary>
[DigitalOceanOAuth]
DOOAUTH_SCOPE_LINES
public static partial class DoOAuthApp_Deck;
