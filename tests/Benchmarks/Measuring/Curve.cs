namespace DoOAuth.Benchmarks.Measuring;

/// <summary>How the cost grows with the work, for a picture.</summary>
/// <param name="Picture">The picture's file name, without extension.</param>
/// <param name="Work">What the work is counted in, such as "declared scopes".</param>
/// <param name="Points">How much work each variant is, least first.</param>
internal sealed record Curve(string Picture, string Work, IReadOnlyList<(double Work, string Variant)> Points)
{
    // Noise, and no growth of its own.
    private const double Tolerance = 1.1;

    /// <summary>For each step of the curve: how many times the cost grew for each time that the work grew.</summary>
    /// <param name="atMost">The target.</param>
    public IEnumerable<Ratio> Steps(double atMost = Tolerance) => Points.Zip(Points.Skip(1), (less, more) => new Ratio(
        $"growth of the time by growth of the work, {less.Variant} to {more.Variant}",
        round => round.Time(more.Variant) / round.Time(less.Variant) / (more.Work / less.Work),
        Aim.AtMost(atMost)));
}
