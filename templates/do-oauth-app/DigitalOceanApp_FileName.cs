using DoOAuth;

namespace DigitalOceanApp_Namespace;

/// <summary>
/// This app's registration at DigitalOcean and the scopes that it requests. DoOAuth generates
/// <c>AddDigitalOceanApp_MethodName()</c>, <c>MapDigitalOceanApp_MethodName()</c> and a guard for each scope, such as
/// <c>RequireAccountRead()</c>.
/// </summary>
[DigitalOceanOAuth]
[DigitalOceanScope(global::DoOAuth.Scopes.Account.Read)]
public static partial class DigitalOceanApp_TypeName;
