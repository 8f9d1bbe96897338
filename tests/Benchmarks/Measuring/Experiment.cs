namespace DoOAuth.Benchmarks.Measuring;

/// <summary>Things that are measured beside each other, and how they are compared.</summary>
internal sealed class Experiment(string title, IReadOnlyList<Variant> variants, IReadOnlyList<Ratio> ratios)
{
    private readonly List<Round> _rounds = [];
    private int _turn;

    /// <summary>What is measured, as the heading of its tables.</summary>
    public string Title => title;

    /// <summary>What exactly is compared, in Markdown: what a reader needs to believe the numbers.</summary>
    public required string Description { get; init; }

    /// <summary>How many rounds are measured, where the command line does not say.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How many rounds go before, unmeasured.</summary>
    public int WarmUp { get; init; } = 2;

    /// <summary>How the cost grows, where the variants are more and more of the same work.</summary>
    public Curve? Curve { get; init; }

    public IReadOnlyList<Variant> Variants => variants;

    public IReadOnlyList<Ratio> Ratios { get; } = ratios;

    /// <summary>The rounds that count.</summary>
    public IReadOnlyList<Round> Measured => [.. _rounds.Skip(WarmUp)];

    /// <summary>Measures every variant once. Each round begins with another one, so that none always follows the same.</summary>
    public async Task RunRoundAsync()
    {
        var measures = new Dictionary<string, Measure>(StringComparer.Ordinal);
        for (var place = 0; place < variants.Count; place++)
        {
            var variant = variants[(place + _turn) % variants.Count];
            measures.Add(variant.Name, await variant.MeasureAsync());
        }

        _turn++;
        _rounds.Add(new Round(measures));
    }
}
