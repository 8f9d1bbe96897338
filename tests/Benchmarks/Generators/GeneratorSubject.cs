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
        Typing("A key press in another file", GeneratorApp.OtherFile, 1.3),
        Typing("A key press in the annotated file", GeneratorApp.AnnotatedFile, 2),
    ]);

    private static Experiment Typing(string title, string file, double atMostOfFloor)
    {
        var others = KnownApps.All.Select(app => app.Name).Except([KnownApps.Own, KnownApps.Floor]);
        return new Experiment(
            title,
            [.. KnownApps.All.Select(app => new Variant(app.Name, new KeyPress(app.Name, app.ToCompilation(), app.Generator.Load(), file).MeasureAsync))],
            [Ratio.OfTimes(KnownApps.Own, KnownApps.Floor, atMostOfFloor), .. others.Select(other => Ratio.OfTimes(KnownApps.Own, other, 1))])
            {
                Description = "?",
                WarmUp = 5,
            };
    }
}
