using System.Globalization;

namespace DoOAuth.Benchmarks.Reporting;

/// <summary>Times and sizes in the unit that suits them, three digits each.</summary>
internal static class Quantities
{
    /// <summary>A time.</summary>
    /// <param name="milliseconds">In milliseconds.</param>
    public static string Time(double milliseconds) => milliseconds switch
    {
        >= 1_000 => Digits(milliseconds / 1_000) + " s",
        >= 1 => Digits(milliseconds) + " ms",
        >= 0.001 => Digits(milliseconds * 1_000) + " µs",
        _ => Digits(milliseconds * 1_000_000) + " ns",
    };

    /// <summary>A size.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        >= 1_000_000 => Digits(bytes / 1_000_000) + " MB",
        >= 1_000 => Digits(bytes / 1_000) + " KB",
        _ => Digits(bytes) + " B",
    };

    private static string Digits(double value) => value.ToString(
        value switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
