using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DoOAuth.Api;

/// <summary>A path whose parameters are escaped, so that a value cannot lead to another operation.</summary>
[InterpolatedStringHandler]
internal readonly struct ApiPath(int literalLength, int formattedCount)
{
    private readonly StringBuilder _path = new(literalLength + (formattedCount * 36));

    /// <summary>Appends a part of the path.</summary>
    public void AppendLiteral(string text) => _path.Append(text);

    /// <summary>Appends a parameter.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: with it, the path would be that of another operation.</exception>
    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (value is "" or "." or "..")
        {
            throw new ArgumentException($"'{value}' cannot be part of a path: it would lead to another operation.", parameter);
        }

        _path.Append(Uri.EscapeDataString(value));
    }

    /// <summary>Appends a parameter.</summary>
    public void AppendFormatted(long value) => _path.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Appends a parameter.</summary>
    public void AppendFormatted(NumberOrText value, [CallerArgumentExpression(nameof(value))] string parameter = "") => AppendFormatted(value.ToString(), parameter);

    /// <summary>Appends a parameter.</summary>
    public void AppendFormatted(DateOnly value) => _path.Append(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The path.</summary>
    public override string ToString() => _path.ToString();
}
