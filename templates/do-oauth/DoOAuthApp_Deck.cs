using DoOAuth;

namespace DoOAuthApp_Namespace;

/// <summary>
/// This app's registration at DigitalOcean and the scopes that it requests. DoOAuth generates <c>AddDoOAuthApp_Deck()</c>,
/// <c>MapDoOAuthApp_Deck()</c> and a guard for each scope, such as <c>RequireAccountRead()</c>. Optional scopes are requested only
/// when an endpoint needs them.
/// </summary>
[DigitalOceanOAuth]
DOOAUTH_SCOPE_LINES
public static partial class DoOAuthApp_Deck;
