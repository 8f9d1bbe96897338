using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>The token for the requests to a server: at the sandbox, one for all scopes, from a sign-in.</summary>
internal static class SandboxToken
{
    private const string Callback = "http://localhost:5000/callback";

    public static Task<string> OfAsync(LocalServer server, Uri address) => server.Token.Length > 0 ? Task.FromResult(server.Token) : SignInAsync(address);

    public static async Task<string> SignInAsync(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var authorize = $"/v1/oauth/authorize?client_id={SandboxOptions.DefaultClientId}&redirect_uri={Uri.EscapeDataString(Callback)}&response_type=code&scope=read%20write&state=s";
        using var redirect = await http.GetAsync(new Uri(authorize, UriKind.Relative));
        var code = redirect.Headers.Location!.Query[1..].Split('&').Single(pair => pair.StartsWith("code=", StringComparison.Ordinal))["code=".Length..];
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = Uri.UnescapeDataString(code),
            ["client_id"] = SandboxOptions.DefaultClientId,
            ["client_secret"] = SandboxOptions.DefaultClientSecret,
            ["redirect_uri"] = Callback,
        });
        using var response = await http.PostAsync(new Uri("/v1/oauth/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
