using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData;

/// <summary>
/// Reads OpenAPI's lists of servers. The description also contains operations of other hosts, such as
/// <c>https://inference.do-ai.run</c>, to which an app must not send a user's token.
/// </summary>
internal static class ApiServers
{
    /// <summary>The server of DigitalOcean's API.</summary>
    public static readonly Uri Api = new("https://api.digitalocean.com/");

    /// <summary>The list that applies to an operation: the first one that has servers.</summary>
    /// <param name="lists">The lists of the operation, of its path and of the description, in this order. Null if there is none.</param>
    public static IReadOnlyList<YamlNode> InEffect(params IEnumerable<YamlNode?> lists) =>
        lists.Select(list => list.Items().ToList()).FirstOrDefault(servers => servers.Count > 0) ?? [];

    /// <summary>The path of the API's server, which is in front of the operation's path: empty, or as in <c>/v2</c>.</summary>
    /// <param name="servers">The servers that apply to the operation. None: the server that the description was downloaded from.</param>
    /// <returns>Null if none of the servers is the API's.</returns>
    public static string? BasePath(IReadOnlyList<YamlNode> servers) =>
        servers.Count == 0
            ? ""
            : servers.SelectMany(Addresses).Select(Resolve).FirstOrDefault(IsApi)?
                .GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.Unescaped)
                .TrimEnd('/');

    // A server can be one of several addresses: each value that its variables can have, the default values first.
    private static IEnumerable<string> Addresses(YamlNode server)
    {
        IEnumerable<string> addresses = [server.Child("url").Text()];
        foreach (var (name, variable) in server.Child("variables").Fields())
        {
            var values = variable.Child("enum").Items()
                .Prepend(variable.Child("default"))
                .OfType<YamlScalarNode>()
                .Select(value => value.Text())
                .Distinct()
                .ToList();
            var placeholder = $"{{{name.Text()}}}";
            addresses = addresses.SelectMany(address => values.Count > 0 && address.Contains(placeholder, StringComparison.Ordinal)
                ? values.Select(value => address.Replace(placeholder, value, StringComparison.Ordinal))
                : [address]);
        }

        return addresses;
    }

    // A relative address has the host that the description is downloaded from, and it describes this API. A variable without a value
    // can be any host.
    private static Uri? Resolve(string address) => address switch
    {
        ['{', ..] => null,
        ['/', '/', ..] => Uri.TryCreate(Api.Scheme + ":" + address, UriKind.Absolute, out var uri) ? uri : null,
        _ when address.Contains("://", StringComparison.Ordinal) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null,
        _ => Uri.TryCreate(Api, address, out var uri) ? uri : null,
    };

    private static bool IsApi(Uri? uri) => uri?.Host == Api.Host && uri.IsDefaultPort;
}
