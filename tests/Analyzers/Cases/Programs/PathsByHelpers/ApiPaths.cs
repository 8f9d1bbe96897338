using System.Text;

static class Routes
{
    public static readonly string[] Lists = ["/v2/vpcs", "/v2/certificates"];
    public static readonly Dictionary<string, string> ByName = new() { ["certificates"] = "/v2/certificates", ["domains"] = "/v2/domains" };

    public static string OneOf(string kind)
    {
        if (kind == "vpc")
        {
            return "/v2/vpcs";
        }

        return "/v2/vpcs?page=1";
    }

    public static string BySwitch(string kind)
    {
        switch (kind)
        {
            case "a":
                return "/v2/volumes";
            default:
                return "/v2/volumes?region=" + kind;
        }
    }

    public static string Format(long id) => string.Format("{0}/{1}", Names.Certificates, id);

    public static string Page(string path, int page)
    {
        var text = new StringBuilder();
        text.Append("/v2/").Append(path);
        text.Append("?page=").Append(page);
        return text.ToString();
    }

    public static Uri Absolute(string path)
    {
        var builder = new UriBuilder("https", "api.digitalocean.com") { Path = "/v2/" + path };
        return builder.Uri;
    }
}

static class Names
{
    public const string Certificates = Version + "/certificates";
    private const string Version = "/v2";
}

record Route(string Path, string Verb = "GET");

static class Requests
{
    public static HttpRequestMessage List(string path)
    {
        var request = new HttpRequestMessage();
        request.Method = HttpMethod.Get;
        request.RequestUri = new Uri(path, UriKind.Relative);
        return request;
    }
}

sealed class RequestBuilder(string path)
{
    private HttpMethod _method = HttpMethod.Get;

    public RequestBuilder Using(HttpMethod method)
    {
        _method = method;
        return this;
    }

    public HttpRequestMessage Build() => new(_method, path);
}
