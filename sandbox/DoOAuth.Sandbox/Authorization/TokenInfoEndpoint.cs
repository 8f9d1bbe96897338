using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>DigitalOcean's own introspection, which describes the bearer token of the request.</summary>
internal static class TokenInfoEndpoint
{
    /// <summary>Describes the token in the header.</summary>
    public static async Task HandleAsync(HttpContext context)
    {
        if (await Bearer.AuthenticateAsync(context) is not { } caller)
        {
            await ApiAnswers.UnauthorizedAsync(context);
            return;
        }

        await ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["resource_owner_id"] = caller.User.Number,
            ["scopes"] = new JsonArray([.. caller.Scopes.Select(scope => JsonValue.Create(scope))]),
            ["expires_in_seconds"] = caller.ExpiresInSeconds,
            ["application"] = new JsonObject { ["uid"] = caller.ClientId },
            ["created_at"] = caller.CreatedAt,
        });
    }
}
