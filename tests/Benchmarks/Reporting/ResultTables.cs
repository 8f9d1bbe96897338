using System.Globalization;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Reporting;

/// <summary>What an experiment measured, as tables in Markdown.</summary>
internal static class ResultTables
{
    private const string LowerIsBetter = "lower is better";

    /// <summary>The tables: the cost of each variant, and the ratios with what is better and their targets.</summary>
    public static string Of(Experiment experiment) => $"""
        ## {experiment.Title}

        {experiment.Description}

        {Variants(experiment)}

        {Ratios(experiment)}

        """;

    private static string Variants(Experiment experiment)
    {
        var withTimes = experiment.Measured.Any(round => experiment.Variants.Any(variant => round[variant.Name].Time > TimeSpan.Zero));
        var withBytes = experiment.Measured.Any(round => experiment.Variants.Any(variant => round[variant.Name].Bytes is not null));
        return Table(
            ["", .. withTimes ? [$"time, median ({LowerIsBetter})"] : Array.Empty<string>(), .. withBytes ? [$"bytes, median ({LowerIsBetter})"] : Array.Empty<string>()],
            experiment.Variants.Select(variant => (string[])
            [
                variant.Name,
                .. withTimes ? [Quantities.Time(Median(round => round.Time(variant.Name)))] : Array.Empty<string>(),
                .. withBytes ? [Bytes(variant.Name)] : Array.Empty<string>(),
            ]));

        double Median(Func<Round, double> value) => Distribution.Of(experiment.Measured.Select(value)).Median;

        string Bytes(string variant) => experiment.Measured.All(round => round[variant].Bytes is null) ? "" : Quantities.Bytes(Median(round => round.Bytes(variant)));
    }

    private static string Ratios(Experiment experiment) => Table(
        ["ratio", "better", "median", "middle half of the rounds", "target", "met"],
        experiment.Ratios.Select(ratio =>
        {
            var values = Distribution.Of(experiment.Measured.Select(ratio.Of));
            return (string[])
            [
                ratio.Name,
                ratio.Aim is { AtLeast: true } ? "higher" : "lower",
                Number(values.Median),
                $"{Number(values.LowerQuartile)} to {Number(values.UpperQuartile)}",
                ratio.Aim?.ToString() ?? "",
                ratio.Aim is null ? "" : ratio.Aim.IsMetBy(values.Median) ? "yes" : "**no**",
            ];
        }));

    // Words to the left, figures to the right.
    private static string Table(string[] heads, IEnumerable<string[]> rows) => string.Join(
        '\n', [Row(heads), Row([.. heads.Select((head, column) => column == 0 || head == "better" ? "---" : "---:")]), .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
