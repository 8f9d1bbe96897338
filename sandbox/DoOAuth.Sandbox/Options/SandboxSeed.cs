using System.Text.Json;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox;

/// <summary>
/// What a team has from the start: for each path, the bodies of the requests that create it, as JSON. A collection that is in the seed
/// has only the seed's items; all others have the sandbox's samples. <c>"repeat": 200</c> in a body creates 200 items, and <c>{n}</c>
/// in its texts is the number of each, from 1.
/// </summary>
/// <example>
/// <code>
/// {
///   "/v2/droplets": [ { "repeat": 200, "name": "web-{n}", "region": "nyc3", "size": "s-1vcpu-1gb", "image": "debian-13-x64" } ],
///   "/v2/domains": [ { "name": "reef.example" } ],
///   "/v2/domains/reef.example/records": [ { "type": "CNAME", "name": "www", "data": "@" } ]
/// }
/// </code>
/// </example>
public sealed class SandboxSeed
{
    private const string Repeat = "repeat";
    private const int MostItems = 1_000_000;

    private SandboxSeed(IReadOnlyList<(string Path, IReadOnlyList<JsonObject> Bodies)> collections) => Collections = collections;

    /// <summary>The bodies, by the path that they are sent to, in the order of the file.</summary>
    internal IReadOnlyList<(string Path, IReadOnlyList<JsonObject> Bodies)> Collections { get; }

    /// <summary>Reads a seed.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="FormatException">The text is not a seed. The message says why.</exception>
    public static SandboxSeed Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The seed is not JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.", exception);
        }

        return root is JsonObject collections
            ? new SandboxSeed([.. collections.Select(pair => (pair.Key.TrimEnd('/'), Bodies(pair.Key, pair.Value)))])
            : throw new FormatException("""The seed must be an object with paths, such as { "/v2/domains": [ { "name": "reef.example" } ] }.""");
    }

    /// <summary>Reads a seed from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FormatException">The file is not a seed. The message says why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SandboxSeed ReadFile(string path) => Parse(File.ReadAllText(path));

    private static List<JsonObject> Bodies(string path, JsonNode? value)
    {
        if (!path.StartsWith("/v2/", StringComparison.Ordinal) || value is not JsonArray bodies || bodies.Any(body => body is not JsonObject))
        {
            throw new FormatException($"'{path}' in the seed must be a path that starts with /v2/, with a list of objects.");
        }

        return [.. bodies.OfType<JsonObject>().SelectMany(body => Repeated(path, body))];
    }

    private static IEnumerable<JsonObject> Repeated(string path, JsonObject body)
    {
        if (!body.ContainsKey(Repeat))
        {
            return [body];
        }

        if (body[Repeat] is not JsonValue value || !value.TryGetValue<int>(out var count) || count is < 0 or > MostItems)
        {
            throw new FormatException($"'{Repeat}' in '{path}' must be a whole number up to {MostItems}.");
        }

        var text = new JsonObject(body.Where(pair => pair.Key != Repeat).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString();
        return Enumerable.Range(1, count).Select(number => JsonNode.Parse(text.Replace("{n}", FormattableString.Invariant($"{number}"), StringComparison.Ordinal))!.AsObject());
    }
}
