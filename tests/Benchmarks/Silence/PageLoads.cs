namespace DoOAuth.Benchmarks.Silence;

/// <summary>How long page loads took.</summary>
internal sealed class PageLoads
{
    private readonly TimeSpan[] _times;
    private readonly int _cutOff;

    public PageLoads(IEnumerable<PageLoad> loads)
    {
        PageLoad[] all = [.. loads];
        _times = [.. all.Select(load => load.Time).Order()];
        _cutOff = all.Count(load => load.IsCutOff);
    }

    /// <summary>The share of those that nobody waited for to the end.</summary>
    public double CutOffShare => (double)_cutOff / _times.Length;

    /// <summary>The time that a share of them took no longer than.</summary>
    public TimeSpan Within(double share) => _times[(int)Math.Ceiling(_times.Length * share) - 1];

    public override string ToString() => FormattableString.Invariant(
        $"{_times.Length} page loads, median {Within(0.5).TotalSeconds:0.000} s, 99th percentile {Within(0.99).TotalSeconds:0.000} s, slowest {Within(1).TotalSeconds:0.000} s, cut off {_cutOff}");
}

/// <summary>One page load.</summary>
/// <param name="Time">How long the user waited.</param>
/// <param name="IsCutOff">Whether the page had not come by then.</param>
internal readonly record struct PageLoad(TimeSpan Time, bool IsCutOff);
