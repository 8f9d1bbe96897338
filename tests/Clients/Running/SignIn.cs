using System.Net.Http.Json;
using System.Text.Json;

namespace DoOAuth.Clients.Tests.Running;

/// <summary>Gets the token that an API client needs, as an app gets it from a user who signs in.</summary>
internal static class SignIn
{
    public const string Callback = "http://localhost:5000/callback";

    /// <summary>Signs in to a sandbox that approves by itself. The token's scopes cover every operation.</summary>
    public static async Task<string> GetTokenAsync(DigitalOceanSandbox sandbox)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Address };
        var authorize = new Uri(
            $"/v1/oauth/authorize?client_id={sandbox.ClientId}&redirect_uri={Uri.EscapeDataString(Callback)}&response_type=code&scope=read%20write&state=s", UriKind.Relative);
        using var redirect = await http.GetAsync(authorize);
        var query = redirect.Headers.Location!.Query[1..].Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

        using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = query["code"],
            ["client_id"] = sandbox.ClientId,
            ["client_secret"] = sandbox.ClientSecret,
            ["redirect_uri"] = Callback,
        });
        using var response = await http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("access_token").GetString()!;
    }
}
