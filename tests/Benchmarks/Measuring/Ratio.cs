namespace DoOAuth.Benchmarks.Measuring;

/// <summary>How two of the things that a round measured compare.</summary>
/// <param name="Name">What is compared, as the table says it.</param>
/// <param name="Of">The ratio within one round.</param>
/// <param name="Aim">The target; null if the ratio only informs.</param>
internal sealed record Ratio(string Name, Func<Round, double> Of, Aim? Aim = null)
{
    /// <summary>The times of two variants.</summary>
    public static Ratio OfTimes(string variant, string beside, double? atMost = null) =>
        new($"time, {variant} : {beside}", round => round.Time(variant) / round.Time(beside), AtMost(atMost));

    /// <summary>How many operations a second two variants do.</summary>
    public static Ratio OfRates(string variant, string beside, double atLeast) =>
        new($"operations a second, {variant} : {beside}", round => round.Time(beside) / round.Time(variant), new Aim(atLeast, AtLeast: true));

    /// <summary>The bytes of two variants.</summary>
    public static Ratio OfBytes(string variant, string beside, double? atMost = null) =>
        new($"bytes, {variant} : {beside}", round => round.Bytes(variant) / round.Bytes(beside), AtMost(atMost));

    private static Aim? AtMost(double? limit) => limit is { } value ? Aim.AtMost(value) : null;
}
