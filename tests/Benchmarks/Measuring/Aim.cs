using System.Globalization;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What a ratio is to be.</summary>
internal sealed record Aim(double Limit, bool AtLeast = false)
{
    /// <summary>A ratio that is at most this.</summary>
    public static Aim AtMost(double limit) => new(limit);

    /// <summary>Whether a ratio is so.</summary>
    public bool IsMetBy(double ratio) => AtLeast ? ratio >= Limit : ratio <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "at least" : "at most")} {Limit:0.##}");
}
