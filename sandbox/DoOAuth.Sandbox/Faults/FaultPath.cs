namespace DoOAuth.Sandbox.Faults;

/// <summary>
/// Where a fault applies, by path: <c>/v2/droplets</c>, <c>/v2/droplets/{droplet_id}</c>, <c>/v2/droplets/*</c> for everything below,
/// with a method before it (<c>POST /v2/droplets</c>) or for every method.
/// </summary>
internal static class FaultPath
{
    private const string Below = "/*";

    /// <summary>Throws if a text is not a path of the API or of the OAuth server.</summary>
    public static void Check(string path)
    {
        var (_, place) = Split(path);
        if (!place.StartsWith("/v2/", StringComparison.Ordinal) && !place.StartsWith("/v1/", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{path}' is not a path of the API, such as /v2/droplets, or of the OAuth server, such as /v1/oauth/token.", nameof(path));
        }
    }

    /// <summary>Whether a request has the path.</summary>
    public static bool Matches(string path, HttpRequest request)
    {
        var (method, place) = Split(path);
        if (method is not null && !string.Equals(method, request.Method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var isBelow = place.EndsWith(Below, StringComparison.Ordinal);
        var wanted = (isBelow ? place[..^Below.Length] : place).Trim('/').Split('/');
        var actual = (request.Path.Value ?? "").Trim('/').Split('/');
        return (isBelow ? actual.Length > wanted.Length : actual.Length == wanted.Length)
            && wanted.Zip(actual).All(pair => pair.First == "*" || pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    private static (string? Method, string Place) Split(string path) =>
        path.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? (path[..space], path[(space + 1)..]) : (null, path);
}
