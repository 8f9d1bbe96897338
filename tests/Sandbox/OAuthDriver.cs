using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Tests;

/// <summary>An app and its user's browser, by hand: each step of the handshake as one call.</summary>
internal sealed class OAuthDriver : IDisposable
{
    public const string Callback = "http://localhost:5000/callback";
    public const string Verifier = "a-code-verifier-that-is-long-enough-for-anybody-0123456789";

    public OAuthDriver(DigitalOceanSandbox sandbox, CookieContainer? cookies = null)
    {
        Sandbox = sandbox;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = sandbox.Address };
    }

    public DigitalOceanSandbox Sandbox { get; }

    public HttpClient Http { get; }

    public static string Challenge { get; } =
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public Uri AuthorizeAddress(string? scope = "account:read droplet:read", params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = Sandbox.ClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["state"] = "the-state",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["scope"] = scope,
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return new Uri("/v1/oauth/authorize?" + string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}")), UriKind.Relative);
    }

    /// <summary>Goes to the authorize page and takes apart where it sends the user; the sandbox approves by itself.</summary>
    public async Task<Dictionary<string, string>> AuthorizeAsync(string? scope = "account:read droplet:read", params (string Name, string? Value)[] changes)
    {
        using var response = await Http.GetAsync(AuthorizeAddress(scope, changes));
        return ReadRedirect(response);
    }

    public static Dictionary<string, string> ReadRedirect(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"expected a redirect, got {response.StatusCode}");
        var location = response.Headers.Location!;
        Assert.StartsWith(Callback + "?", location.AbsoluteUri, StringComparison.Ordinal);
        return location.Query[1..].Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
    }

    public Task<HttpResponseMessage> ExchangeAsync(string code, params (string Name, string? Value)[] changes) =>
        PostAsync("/v1/oauth/token", Credentials([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), .. changes]));

    public Task<HttpResponseMessage> RefreshAsync(string refreshToken, params (string Name, string? Value)[] changes) =>
        PostAsync("/v1/oauth/token", Credentials([("grant_type", "refresh_token"), ("refresh_token", refreshToken), .. changes]));

    public Task<HttpResponseMessage> RevokeAsync(string? bearer, string token, params (string Name, string? Value)[] changes) =>
        PostAsync("/v1/oauth/revoke", Credentials([("token", token), .. changes]), bearer);

    /// <summary>Revokes in the form that DigitalOcean documents: the bearer, and the token alone in the form.</summary>
    public Task<HttpResponseMessage> RevokeAsDocumentedAsync(string? bearer, string token) =>
        PostAsync("/v1/oauth/revoke", [KeyValuePair.Create("token", token)], bearer);

    /// <summary>The whole way from the authorize page to a token answer.</summary>
    public async Task<JsonObject> SignInAsync(string? scope = "account:read droplet:read")
    {
        var redirect = await AuthorizeAsync(scope);
        using var response = await ExchangeAsync(redirect["code"]);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    public async Task<HttpResponseMessage> ApiAsync(HttpMethod method, string path, string? bearer, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return await Http.SendAsync(request);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"expected {expected}, got {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public void Dispose() => Http.Dispose();

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return await Http.SendAsync(request);
    }

    private IEnumerable<KeyValuePair<string, string>> Credentials(IEnumerable<(string Name, string? Value)> form)
    {
        var fields = new Dictionary<string, string?> { ["client_id"] = Sandbox.ClientId, ["client_secret"] = Sandbox.ClientSecret };
        foreach (var (name, value) in form)
        {
            fields[name] = value;
        }

        return fields.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
    }
}
