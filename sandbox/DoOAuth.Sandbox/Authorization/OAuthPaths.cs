namespace DoOAuth.Sandbox.Authorization;

/// <summary>DigitalOcean's addresses: OAuth API reference, September 2026; the refresh address is the 2025 edition's.</summary>
internal static class OAuthPaths
{
    public const string Authorize = "/v1/oauth/authorize";
    public const string Token = "/v1/oauth/token";
    public const string Refresh = "/v1/oauth/refresh";
    public const string Revoke = "/v1/oauth/revoke";
    public const string Info = "/v1/oauth/token/info";
}
