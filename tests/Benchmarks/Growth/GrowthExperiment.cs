using System.Globalization;
using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>Experiments with more and more of the same work.</summary>
internal static class GrowthExperiment
{
    // Of the smallest project.
    private const int MostCompilations = 20;
    private const int WarmingCompilations = 3;

    // All rules beside the compiler with an empty analyzer, and a file or an endpoint among many beside one among fewer.
    private const double MostOfCompiler = 1.05;
    private const double MostGrowth = 1.05;

    // Too short to tell a twentieth from noise.
    private const int Small = 300;

    /// <summary>An experiment whose variants are named by how much work they are.</summary>
    public static Experiment Of(string title, string picture, string work, int rounds, IEnumerable<Variant> variants, string description)
    {
        var all = variants.ToList();
        var curve = new Curve(picture, work, [.. all.Select(variant => (double.Parse(variant.Name, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), variant.Name))]);
        return new Experiment(title, all, [.. curve.Steps()]) { Description = description, Curve = curve, Rounds = rounds, WarmUp = rounds > 7 ? 3 : 1 };
    }

    /// <summary>An experiment on what the rules take of compiling larger and larger projects, beside the compiler with an empty analyzer.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="picture">The picture's file name, without extension.</param>
    /// <param name="work">What the projects' size is counted in.</param>
    /// <param name="rounds">How many rounds are measured.</param>
    /// <param name="projects">The projects by their size, smallest first.</param>
    /// <param name="sizePerMeasure">The smaller are compiled so often that it makes this size: what is short is measured longer.</param>
    /// <param name="description">What the projects are.</param>
    public static Experiment OfRules(
        string title, string picture, string work, int rounds, IReadOnlyDictionary<int, SampleProject> projects, int sizePerMeasure, string description)
    {
        var sizes = projects.Keys.Order().ToList();
        var curve = new Curve(picture, work, [.. sizes.Select(size => ((double)size, Count(size)))]);
        var ofCompiler = new Curve(picture, work, [.. sizes.Select(size => ((double)size, Empty(size)))]);
        var times = sizes.ToDictionary(size => size, size => new OwnTimes(projects[size], Math.Clamp(sizePerMeasure / size, 1, MostCompilations)));
        return new Experiment(
            title,
            [
                .. sizes.Select(size => times[size].Rules(Count(size))),
                .. sizes.Select(size => times[size].Empty(Empty(size))),
                .. sizes.Select(size => times[size].Whole(Whole(size))),
            ],
            [
                .. curve.Steps(MostGrowth),
                .. ofCompiler.Steps().Select(step => step with { Aim = null }),
                .. sizes.Select(size => Ratio.OfTimes(Count(size), Empty(size))),
                .. sizes.Select(size => Ratio.OfTimes(Whole(size), Empty(size), size < Small ? null : MostOfCompiler)),
                .. sizes.Select(size => Ratio.OfBytes(Whole(size), Empty(size))),
            ])
        {
            Description = $"{description}\n{OwnTimes.Description}",
            Curve = curve,
            Rounds = rounds,
            WarmUp = 0,
        };

        static string Empty(int size) => $"{Count(size)}, compiled with an empty analyzer";
        static string Whole(int size) => $"{Count(size)}, compiled with all rules";
    }

    /// <summary>Compiles a small project until the rules and the compiler are warm: a round of large ones is too long to be thrown away.</summary>
    public static async Task WarmAsync(SampleProject project)
    {
        var times = new OwnTimes(project, WarmingCompilations);
        await times.Empty("").MeasureAsync();
        await times.Whole("").MeasureAsync();
    }

    /// <summary>The generator runs for an app that it has not seen.</summary>
    public static Variant FirstRun(int count, CSharpCompilation compilation) => new(Count(count), new NewDriver(compilation).MeasureAsync);

    /// <summary>The generator runs after a key press.</summary>
    public static Variant Typing(int count, CSharpCompilation compilation, string file) => new(
        Count(count), new KeyPress(Count(count), compilation, new DigitalOceanOAuthGenerator().AsSourceGenerator(), file).MeasureAsync);

    /// <summary>A count, as the tables write it.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
