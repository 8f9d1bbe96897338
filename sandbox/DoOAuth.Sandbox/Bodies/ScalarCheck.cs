using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Bodies;

/// <summary>Checks texts, numbers and truth values.</summary>
internal static class ScalarCheck
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    /// <summary>What is wrong with a value, as the end of a sentence that starts with its name. Null if it is valid.</summary>
    public static string? Complaint(ShapeType type, ValueLimits limits, JsonNode value)
    {
        var kind = value.GetValueKind();
        return type.Kind switch
        {
            // python3-digitalocean sends "true".
            ValueKind.Boolean => kind is JsonValueKind.True or JsonValueKind.False || value.ToString() is "true" or "false" ? null : "must be true or false.",
            ValueKind.Integer when kind != JsonValueKind.Number || !IsWhole(value) => "must be a whole number.",
            ValueKind.Number when kind != JsonValueKind.Number => "must be a number.",
            ValueKind.Integer or ValueKind.Number => NumberFault(type, limits, value),
            _ when kind != JsonValueKind.String => "must be a text.",
            _ => TextFault(type, limits, value.GetValue<string>()),
        };
    }

    private static bool IsWhole(JsonNode value) =>
        decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number);

    private static string? NumberFault(ShapeType type, ValueLimits limits, JsonNode value)
    {
        var text = value.ToJsonString();
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return type.Values.Count > 0 && !type.Values.Contains(text, StringComparer.Ordinal) ? OneOf(type)
            : number < limits.Least ? string.Create(CultureInfo.InvariantCulture, $"must be at least {limits.Least}.")
            : number > limits.Most ? string.Create(CultureInfo.InvariantCulture, $"must be at most {limits.Most}.")
            : null;
    }

    private static string? TextFault(ShapeType type, ValueLimits limits, string text) =>
        type.Values.Count > 0 && !type.Values.Contains(text, StringComparer.Ordinal) ? OneOf(type)
        : text.Length < limits.Shortest ? string.Create(CultureInfo.InvariantCulture, $"must have at least {limits.Shortest} characters.")
        : text.Length > limits.Longest ? string.Create(CultureInfo.InvariantCulture, $"must have at most {limits.Longest} characters.")
        : limits.Pattern is { } pattern && !Matches(text, pattern) ? $"must match {pattern}."
        : TextFormat.Complaint(type.Format, text);

    // A pattern that takes too long says nothing.
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string OneOf(ShapeType type) => $"must be one of {string.Join(", ", type.Values)}.";
}
