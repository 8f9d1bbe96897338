using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>Lets a scripted provider take each refresh token once, as DigitalOcean does, and its access token until then.</summary>
internal static class SpendableTokens
{
    public static void SpendOnce(this ScriptedProvider provider, TimeSpan lifetime)
    {
        var living = new ConcurrentDictionary<string, string>();
        provider.Token = async (context, request) =>
        {
            if (request.Form["grant_type"] == "refresh_token" && !living.TryRemove(request.Form["refresh_token"], out _))
            {
                await Answer.Error(context, 400, "invalid_grant");
                return;
            }

            var answer = provider.TokenAnswer().With("expires_in", (long)lifetime.TotalSeconds).WithInfo("uuid", "user-1");
            living[(string)JsonNode.Parse(answer.ToString())!["refresh_token"]!] = answer.AccessToken;
            await Answer.Json(context, 200, answer.ToString());
        };
        provider.Api = (context, request) => request.Bearer is { } bearer && living.Values.Contains(bearer)
            ? Answer.Json(context, 200, $$"""{"bearer":"{{bearer}}"}""")
            : Answer.Json(context, 401, """{"id":"unauthorized","message":"Unable to authenticate you"}""");
    }
}
