using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>Plausible texts for members without an example.</summary>
internal static class ExampleText
{
    private const string Time = "2026-01-31T12:00:00Z";

    /// <summary>A text of a type.</summary>
    public static string Of(ShapeType type) => type.Values.Count > 0
        ? type.Values.FirstOrDefault(value => !value.Contains("UNKNOWN", StringComparison.OrdinalIgnoreCase) && !value.Contains("UNSPECIFIED", StringComparison.OrdinalIgnoreCase)) ?? type.Values[0]
        : type.Format switch
        {
            "date-time" => Time,
            "date" => Time[..10],
            "uuid" => "123e4567-e89b-12d3-a456-426614174000",
            "uri" or "url" => "https://example.com/",
            "email" => "sammy@example.com",
            "hostname" => "example.com",
            "ipv4" => "203.0.113.10",
            "ipv6" => "2001:db8::10",
            "int64" or "int32" or "uint64" or "uint32" => "1",
            "byte" => "c2FuZGJveA==",
            _ => "sandbox",
        };

    /// <summary>A text for a member that only has a name.</summary>
    public static string Named(string member, ValueLimits limits)
    {
        var text = member switch
        {
            "uuid" or "id" => "123e4567-e89b-12d3-a456-426614174000",
            _ when member.EndsWith("_uuid", StringComparison.Ordinal) || member.EndsWith("_id", StringComparison.Ordinal) => "123e4567-e89b-12d3-a456-426614174000",
            _ when member.EndsWith("_at", StringComparison.Ordinal) => Time,
            "url" => "https://example.com/",
            "region" => "nyc3",
            "certificate" or "certificate_authority_data" => Of(ShapeType.Parse("string:byte")),
            _ when member.EndsWith("_url", StringComparison.Ordinal) => "https://example.com/",
            _ => member.Replace('_', '-'),
        };
        return text.Length > limits.Longest ? text[..limits.Longest.Value] : text.PadRight(limits.Shortest ?? 0, 'x');
    }
}
