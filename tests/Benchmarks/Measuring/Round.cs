namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What was measured of every variant, one right after the other: the machine changes between the first minute and the last, and less so within a round.</summary>
internal sealed class Round(IReadOnlyDictionary<string, Measure> measures)
{
    /// <summary>What was measured of one variant.</summary>
    public Measure this[string variant] => measures[variant];

    /// <summary>The time of one operation, in milliseconds.</summary>
    public double Time(string variant) => measures[variant].Time.TotalMilliseconds;

    /// <summary>The bytes of one operation.</summary>
    /// <exception cref="InvalidOperationException">They were not measured.</exception>
    public double Bytes(string variant) => measures[variant].Bytes ?? throw new InvalidOperationException($"The bytes of \"{variant}\" are not measured.");
}
