enum Resource
{
    Account,
    Firewalls,
}

sealed class Query
{
    public string Path { get; init; } = "";

    public int Size { get; init; }
}

static class Api
{
    public static readonly string[] Parts = ["v2", "firewalls"];
    public static readonly IReadOnlyList<string> Lists = new List<string> { "/v2/account", "/v2/certificates" };
    public static string Prefix = "/v2";

    public static string PathOf(Resource resource) => resource switch
    {
        Resource.Account => "/v2/account",
        Resource.Firewalls => "/v2/firewalls",
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    public static string ToApiPath(this string name) => "/v2/" + name.Trim('/');

    public static Uri UriOf(string path)
    {
        var root = new Uri("https://api.digitalocean.com/v2/");
        return new Uri(root, path);
    }

    public static string Checked(string? name)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        return $"/v2/vpcs/{name}";
    }

    public static HttpRequestMessage Create(HttpMethod method, string path)
    {
        return new HttpRequestMessage(method, path);
    }

    public static HttpRequestMessage WithJson(this HttpRequestMessage request, string json)
    {
        request.Content = new StringContent(json);
        return request;
    }

    public static class Networking
    {
        public const string Vpcs = "/v2/vpcs";
    }
}
