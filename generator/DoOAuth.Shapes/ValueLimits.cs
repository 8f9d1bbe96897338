using System.Globalization;

namespace DoOAuth.Shapes;

/// <summary>The limits of a value. Null means that there is no limit.</summary>
/// <param name="Least">The least number.</param>
/// <param name="Most">The largest number.</param>
/// <param name="Shortest">The least length of a text.</param>
/// <param name="Longest">The largest length of a text.</param>
/// <param name="Fewest">The least number of items.</param>
/// <param name="MostItems">The largest number of items.</param>
/// <param name="Pattern">The regular expression (ECMAScript) that a text matches.</param>
internal sealed record ValueLimits(double? Least, double? Most, int? Shortest, int? Longest, int? Fewest, int? MostItems, string? Pattern)
{
    private const string PatternKey = "pattern=";

    /// <summary>No limits.</summary>
    public static ValueLimits None { get; } = new(null, null, null, null, null, null, null);

    /// <summary>Reads limits such as <c>minlen=1 maxlen=255 pattern=^a</c>. The pattern is last, because it can contain spaces.</summary>
    /// <exception cref="FormatException">The text contains something else.</exception>
    public static ValueLimits Parse(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        var limits = None;
        var start = text.StartsWith(PatternKey, StringComparison.Ordinal) ? 0 : text.IndexOf(" " + PatternKey, StringComparison.Ordinal) + 1;
        if (start > 0 || text.StartsWith(PatternKey, StringComparison.Ordinal))
        {
            limits = limits with { Pattern = text[(start + PatternKey.Length)..] };
            text = text[..start];
        }

        foreach (var limit in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            limits = limit.Split('=') switch
            {
                ["min", var value] => limits with { Least = Number(value) },
                ["max", var value] => limits with { Most = Number(value) },
                ["minlen", var value] => limits with { Shortest = (int)Number(value) },
                ["maxlen", var value] => limits with { Longest = (int)Math.Min(Number(value), int.MaxValue) },
                ["minitems", var value] => limits with { Fewest = (int)Number(value) },
                ["maxitems", var value] => limits with { MostItems = (int)Number(value) },
                _ => throw new FormatException($"'{limit}' is not a limit."),
            };
        }

        return limits;
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
