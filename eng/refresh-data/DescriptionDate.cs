using System.Globalization;

namespace DoOAuth.RefreshData;

/// <summary>The date of a description.</summary>
/// <param name="Day">The date.</param>
/// <param name="IsStated">
/// Whether the user of the command says so. If not, it is the date of the file, which can be a copy of an older description.
/// </param>
internal readonly record struct DescriptionDate(DateOnly Day, bool IsStated)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads a date as in <c>2026-12-31</c>. Null if it is not one.</summary>
    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The new text of <c>api-date.txt</c>.</summary>
    /// <param name="current">The current text.</param>
    /// <param name="tablesChange">Whether the tables change. If they do not, the date of a file is no reason to write another date.</param>
    /// <exception cref="RefreshException">The data is of a later date.</exception>
    public string ApiDate(string current, bool tablesChange)
    {
        if (Parse(current.Trim()) is not { } old)
        {
            throw new RefreshException($"data/api-date.txt must contain a date as in 2026-12-31, not '{current.Trim()}'.");
        }

        if (!IsStated && !tablesChange)
        {
            return current;
        }

        return Day >= old ? ToText(Day) + "\n" : throw new RefreshException(
            $"The date of the {(IsStated ? "description" : "file")} is {ToText(Day)}, but the data is from {ToText(old)}. An older description undoes changes. "
            + (IsStated ? "Use a newer one." : "If the description is newer, add its date: --as-of DATE."));
    }

    private static string ToText(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
