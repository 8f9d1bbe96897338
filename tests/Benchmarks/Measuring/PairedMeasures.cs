using System.Globalization;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What was measured of each case, each time beside the same other thing.</summary>
internal sealed class PairedMeasures(string all)
{
    // The first round of each case warms up.
    private const int WarmUp = 1;

    private readonly Dictionary<string, List<(TimeSpan Time, TimeSpan Besides)>> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, TimeSpan>> _reported = new(StringComparer.Ordinal);

    public void Add(string name, TimeSpan time, TimeSpan besides)
    {
        if (!_rounds.TryGetValue(name, out var rounds))
        {
            _rounds.Add(name, rounds = []);
        }

        rounds.Add((time, besides));
    }

    /// <summary>What the compiler reports of each analyzer that took part in a case.</summary>
    public void Report(string name, IReadOnlyDictionary<string, TimeSpan> times) => _reported[name] = times;

    public string Time(string name) => Milliseconds(Median(Measured(name).Select(round => round.Time.TotalMilliseconds)));

    public string Ratio(string name) => Percent(Median(Ratios(name)));

    public string Least(string name) => Percent(Ratios(name).Min());

    public string Most(string name) => Percent(Ratios(name).Max());

    public string Reported(string name) => _reported.TryGetValue(name, out var times) ? Milliseconds(times.Values.Sum(time => time.TotalMilliseconds)) : "";

    public string ReportedAmongAll(string name) =>
        _reported.TryGetValue(all, out var times) && times.TryGetValue(name, out var time) ? Milliseconds(time.TotalMilliseconds) : "";

    private IEnumerable<(TimeSpan Time, TimeSpan Besides)> Measured(string name) => _rounds[name].Skip(WarmUp);

    private IEnumerable<double> Ratios(string name) => Measured(name).Select(round => round.Time / round.Besides);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0} ms");

    private static string Percent(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{(ratio - 1) * 100:+0.0;-0.0;0.0} %");
}
