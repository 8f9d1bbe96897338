using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Generators;

/// <summary>What the generator takes after a key press.</summary>
internal sealed class GeneratorSubject : Subject
{
    public override string Name => "generator";

    public override string Summary => "what the generator takes after a key press, beside other generators";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync() => Task.FromResult<IReadOnlyList<Experiment>>(
    [
        Typing("A key press in another file", "one of the 99 files", GeneratorApp.OtherFile, 1.3),
        Typing("A key press in the annotated file", "the annotated file", GeneratorApp.AnnotatedFile, 2),
    ]);

    private static Experiment Typing(string title, string where, string file, double atMostOfFloor)
    {
        var others = KnownApps.All.Select(app => app.Name).Except([KnownApps.Own, KnownApps.Floor]);
        return new Experiment(
            title,
            [.. KnownApps.All.Select(app => new Variant(app.Name, new KeyPress(app.Name, app.ToCompilation(), app.Generator.Load(), file).MeasureAsync))],
            [Ratio.OfTimes(KnownApps.Own, KnownApps.Floor, atMostOfFloor), .. others.Select(Beside)])
        {
            Description = $"""
                    The time of the generator in an editor (`GeneratorDriver.RunGenerators`) after a character was added to {where}: in turn in a comment at the top, in a method's body and in a method's name.
                    The median of 30 successive key presses in a warm compiler; parsing the file is not included. {KnownApps.Description}
                    """,
            WarmUp = 5,
        };
    }

    // The second floor only informs.
    private static Ratio Beside(string other) =>
        other.StartsWith(KnownApps.Floor, StringComparison.Ordinal) ? Ratio.OfTimes(KnownApps.Own, other) : Ratio.OfTimes(KnownApps.Own, other, atMost: 1);
}
