using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// <c>/.well-known/oauth-authorization-server</c> (RFC 8414) with the members that DigitalOcean's has. Most of those that OpenIddict
/// would write are OpenID Connect's, which DigitalOcean does not support.
/// </summary>
internal static class ServerMetadata
{
    /// <summary>Writes the metadata, with the address that the client used.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var address = $"{context.Request.Scheme}://{context.Request.Host}";
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["issuer"] = address,
            ["authorization_endpoint"] = address + OAuthPaths.Authorize,
            ["token_endpoint"] = address + OAuthPaths.Token,
            ["registration_endpoint"] = address + OAuthPaths.Register,
            ["revocation_endpoint"] = address + OAuthPaths.Revoke,
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query"),
            ["grant_types_supported"] = new JsonArray("authorization_code", "refresh_token"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "none"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
        });
    }
}
