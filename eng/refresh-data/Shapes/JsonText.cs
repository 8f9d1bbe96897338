using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>Writes the values of a description as JSON on one line.</summary>
internal static class JsonText
{
    /// <summary>Options that keep the text readable: only what JSON requires is escaped.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a node. Empty if there is no node.</summary>
    public static string Of(YamlNode? node) => node is null ? "" : ToJson(node)?.ToJsonString(Readable) ?? "null";

    /// <summary>The JSON of a text.</summary>
    public static string Of(string text) => JsonSerializer.Serialize(text, Readable);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(child.Key.Text(), ToJson(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        _ => JsonValue.Create(Unquoted(node.Text())),
    };

    // Some examples were quoted twice.
    private static string Unquoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;

    // YAML 1.1 reads 'yes', '012' and dates as other types. The description is JSON-like: only these are no text.
    private static JsonValue? Plain(string text) => text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when (text[0] is '-' || char.IsAsciiDigit(text[0])) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
