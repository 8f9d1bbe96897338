using DoOAuth;

namespace Api;

// The class is in the lowest project, and with it the guards.
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Fleet;

public static class Routes
{
    public const string Droplets = "/v2/droplets";

    public static readonly string Firewalls = "/v2/firewalls";

    public static string Volumes => "/v2/volumes";

    public static string Of(string kind, int? id = null) => id is { } one ? $"/v2/{kind}/{one}" : $"/v2/{kind}";

    public static Uri Certificates() => new("/v2/certificates", UriKind.Relative);

    public static HttpRequestMessage Create(string kind) => new(HttpMethod.Post, $"/v2/{kind}");
}

public sealed class Paths(string kind)
{
    public string Path => $"/v2/{kind}";
}

// A plain client, whose address its maker decides.
public sealed class PlainClient(HttpClient http)
{
    public Task<string> DomainsAsync() => http.GetStringAsync("/v2/domains");
}

public sealed class RegisteredClient(HttpClient http)
{
    public Task<string> CdnAsync() => http.GetStringAsync("v2/cdn/endpoints");
}

public abstract class Service(DigitalOceanClient client)
{
    protected Task<string> GetAsync(string path) => client.GetStringAsync(path);

    protected Task<HttpResponseMessage> PostAsync<T>(string path, T body) => client.PostAsJsonAsync(path, body);
}

public static class Outside
{
    public static Task<string> RegionsAsync(HttpClient http) => http.GetStringAsync("https://api.digitalocean.com/v2/regions");

    public static Task<string> ElsewhereAsync(HttpClient http, string host) => http.GetStringAsync($"https://{host}/v2/regions");
}
