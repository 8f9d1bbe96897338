using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Editor;

/// <summary>What the rules take for the file that somebody types in.</summary>
internal sealed class EditorSubject : Subject
{
    private const string EmptyInFew = "an empty analyzer, a file of 30";
    private const string RulesInFew = "all rules, a file of 30";
    private const string EmptyInMany = "an empty analyzer, a file of 300";
    private const string RulesInMany = "all rules, a file of 300";
    private const string Whole = "all rules, all of 300";

    public override string Name => "editor";

    public override string Summary => "what the rules take for the file in which the user types";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var manyFiles = SampleProject.Create(SampleSize.Large);
        var few = new FileAnalysis(SampleProject.Create(SampleSize.OfFiles(30)));
        var many = new FileAnalysis(manyFiles);
        return Task.FromResult<IReadOnlyList<Experiment>>([new Experiment(
            "A key press re-analyses one file",
            [
                few.With(EmptyInFew, RuleAnalysis.Empty), few.With(RulesInFew, RuleAnalysis.Rules),
                many.With(EmptyInMany, RuleAnalysis.Empty), many.With(RulesInMany, RuleAnalysis.Rules),
                new RuleAnalysis(manyFiles).With(Whole, RuleAnalysis.Rules),
            ],
            [
                Ratio.OfTimes(RulesInMany, RulesInFew, atMost: 1.5),
                Ratio.OfTimes(EmptyInMany, EmptyInFew),
                Ratio.OfTimes(RulesInMany, EmptyInMany),
                Ratio.OfTimes(RulesInMany, Whole, atMost: 0.02),
            ])
            {
                Description = $"""
                    A character is added to a service with {SampleProject.MethodsPerFile} methods, and the analyzers compute the syntax and the semantic diagnostics of that file,
                    as in an editor after a key press. Nothing in the compilation is bound yet. The project has 30 files, or 300 ({manyFiles.Description}).
                    Measured with one analyzer that gets every call and does nothing, and with all {RuleAnalysis.Rules.Length} of the package, and compared with all rules over the whole project.
                    """,
                Rounds = 9,
            }]);
    }
}
