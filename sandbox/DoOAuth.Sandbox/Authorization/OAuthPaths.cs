namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// The paths of DigitalOcean's OAuth endpoints, from its OAuth API reference of September 2026. The refresh path is from the 2025
/// edition.
/// </summary>
internal static class OAuthPaths
{
    public const string Authorize = "/v1/oauth/authorize";
    public const string Token = "/v1/oauth/token";
    public const string Refresh = "/v1/oauth/refresh";
    public const string Revoke = "/v1/oauth/revoke";
    public const string Info = "/v1/oauth/token/info";
    public const string Register = "/v1/oauth/register";
    public const string Metadata = "/.well-known/oauth-authorization-server";
}
