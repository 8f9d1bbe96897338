using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Api.Tests.Json;

/// <summary>Compares JSON with what was read from it and written again.</summary>
internal static class JsonLoss
{
    /// <summary>The places where the second value lacks something of the first one, has something else, or has more.</summary>
    public static IEnumerable<string> Between(JsonNode? read, JsonNode? written, string at = "$") => (read, written) switch
    {
        (JsonObject before, JsonObject after) => before.Where(pair => !after.ContainsKey(pair.Key)).Select(pair => $"{at}.{pair.Key} is lost")
            .Concat(after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => $"{at}.{pair.Key} was not there"))
            .Concat(before.Where(pair => after.ContainsKey(pair.Key)).SelectMany(pair => Between(pair.Value, after[pair.Key], $"{at}.{pair.Key}"))),
        (JsonArray before, JsonArray after) when before.Count == after.Count => before.Zip(after).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{at}[{index}]")),
        _ => AreSame(read, written) ? [] : [$"{at}: {read?.ToJsonString() ?? "null"} became {written?.ToJsonString() ?? "null"}"],
    };

    // A time can be written in another form, and loses what is below a ten-millionth of a second.
    private static bool AreSame(JsonNode? read, JsonNode? written)
    {
        if (JsonNode.DeepEquals(read, written))
        {
            return true;
        }

        return read is JsonValue before && written is JsonValue after && before.TryGetValue<string>(out var first) && after.TryGetValue<string>(out var second)
            && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && DateTimeOffset.TryParse(second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other)
            && time == other;
    }
}
