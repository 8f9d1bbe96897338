using DoOAuth.Benchmarks.Measuring;
using ScottPlot;

namespace DoOAuth.Benchmarks.Reporting;

/// <summary>The cost over the work, and the straight line of a cost that grows as its work does.</summary>
internal static class GrowthPicture
{
    private const int Width = 720;
    private const int Height = 400;

    /// <summary>Draws it.</summary>
    /// <returns>The picture, as SVG.</returns>
    public static string Draw(Experiment experiment, Curve curve)
    {
        var times = curve.Points.Select(point => Distribution.Of(experiment.Measured.Select(round => round.Time(point.Variant)))).ToList();
        var work = curve.Points.Select(point => point.Work).ToArray();
        using var plot = new Plot();

        var asItsWork = plot.Add.Line(0, 0, work[^1], times[^1].Median);
        asItsWork.LegendText = "as its work";
        asItsWork.LinePattern = LinePattern.Dashed;
        asItsWork.Color = Colors.Gray;

        var measured = plot.Add.Scatter(work, times.Select(time => time.Median).ToArray());
        measured.LegendText = "median";
        measured.MarkerSize = 7;
        measured.Color = Color.FromHex("#0069ff");

        plot.Title(experiment.Title);
        plot.XLabel(curve.Work);
        plot.YLabel("milliseconds");
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Axes.SetLimits(0, work[^1] * 1.05, 0, times.Max(time => time.UpperQuartile) * 1.15);
        return plot.GetSvgXml(Width, Height);
    }
}
