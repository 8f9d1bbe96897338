using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoOAuth.Api;

/// <summary>A measured value: in JSON a list of the seconds since 1970 and the value as a text, such as <c>[1435781430, "0.5"]</c>.</summary>
/// <param name="Time">When it was measured.</param>
/// <param name="Value">The value, as DigitalOcean sends it. <c>NaN</c>, <c>+Inf</c> and <c>-Inf</c> are possible.</param>
[JsonConverter(typeof(DigitalOceanJsonConverter<MetricSample>))]
public readonly record struct MetricSample(DateTimeOffset Time, string Value) : IDigitalOceanJson<MetricSample>
{
    /// <summary>The value as a number, or null if it is not one.</summary>
    [JsonIgnore]
    public double? Number => Value switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    static bool IDigitalOceanJson<MetricSample>.TryReadJson(ref Utf8JsonReader reader, UnknownMembers unknown, out MetricSample value) =>
        TryRead(ref reader, unknown, out value);

    void IDigitalOceanJson<MetricSample>.WriteJson(Utf8JsonWriter writer)
    {
        var milliseconds = Time.ToUnixTimeMilliseconds();
        writer.WriteStartArray();
        if (milliseconds % 1000 == 0)
        {
            writer.WriteNumberValue(milliseconds / 1000);
        }
        else
        {
            writer.WriteNumberValue(milliseconds / 1000m);
        }

        writer.WriteStringValue(Value);
        writer.WriteEndArray();
    }

    internal static bool TryRead(ref Utf8JsonReader reader, UnknownMembers unknown, out MetricSample value)
    {
        var start = reader;
        if (reader.TokenType == JsonTokenType.StartArray
            && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds) && Math.Abs(seconds) < 253402300800m / 4
            && reader.Read() && TextFormat.TryRead(ref reader, unknown, out var text)
            && reader.Read() && reader.TokenType == JsonTokenType.EndArray)
        {
            value = new MetricSample(DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)), text);
            return true;
        }

        reader = start;
        value = default;
        return false;
    }
}
