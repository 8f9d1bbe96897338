using System.Globalization;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>Experiments with more and more of the same work.</summary>
internal static class GrowthExperiment
{
    /// <summary>An experiment whose variants are named by how much work they are.</summary>
    public static Experiment Of(string title, string picture, string work, int rounds, IEnumerable<Variant> variants, string description)
    {
        var all = variants.ToList();
        var curve = new Curve(picture, work, [.. all.Select(variant => (double.Parse(variant.Name, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), variant.Name))]);
        return new Experiment(title, all, [.. curve.Steps()]) { Description = description, Curve = curve, Rounds = rounds, WarmUp = rounds > 7 ? 3 : 1 };
    }

    /// <summary>The generator runs for an app that it has not seen.</summary>
    public static Variant FirstRun(int count, CSharpCompilation compilation) => new(Count(count), new NewDriver(compilation).MeasureAsync);

    /// <summary>The generator runs after a key press.</summary>
    public static Variant Typing(int count, CSharpCompilation compilation, string file) => new(
        Count(count), new KeyPress(Count(count), compilation, new DigitalOceanOAuthGenerator().AsSourceGenerator(), file).MeasureAsync);

    /// <summary>A count, as the tables write it.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
