using System.Globalization;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>The limits of a value as they are written in the table: <c>min</c>, <c>max</c>, <c>minlen</c>, <c>maxlen</c>, <c>minitems</c>, <c>maxitems</c>, and last <c>pattern</c>.</summary>
internal static class ValueRules
{
    private static readonly (string Field, string Name)[] Limits =
    [
        ("minimum", "min"), ("maximum", "max"), ("minLength", "minlen"), ("maxLength", "maxlen"), ("minItems", "minitems"), ("maxItems", "maxitems"),
        ("pattern", "pattern"),
    ];

    /// <summary>The limits of a schema, or an empty text.</summary>
    public static string Of(Schema schema)
    {
        // A limit for numbers on a text has no effect.
        var isText = schema.Field("type").Text() == "string";
        return string.Join(' ', from limit in Limits
                                let value = schema.Field(limit.Field).Text()
                                where value.Length > 0 && !(isText && limit.Name is "min" or "max") && !IsBeyond(value)
                                select $"{limit.Name}={value}");
    }

    // The description has maxima above the largest 64-bit number, which limit nothing.
    private static bool IsBeyond(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= long.MaxValue;
}
