static class Paths
{
    public const string Base = "/v2";
    public const string Firewalls = Base + "/firewalls";
    public static string Certificates { get { return "/v2/certificates"; } }
    public static string V2(string rest) => $"/v2/{rest}";
    public static string Make(string rest) { var root = "/v2"; return root + "/" + rest; }
    public static HttpRequestMessage Request(HttpMethod method, string path) => new(method, path);
}
