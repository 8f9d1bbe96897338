namespace DoOAuth.Benchmarks.Reporting;

/// <summary>The middle of what several rounds measured, and the half of the rounds around it.</summary>
internal readonly record struct Distribution(double LowerQuartile, double Median, double UpperQuartile)
{
    /// <summary>That of some values, at least one.</summary>
    public static Distribution Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Distribution(At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    private static double At(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
