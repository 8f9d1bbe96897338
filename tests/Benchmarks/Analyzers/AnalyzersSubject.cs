using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>What all rules together add to the analysis of a large project.</summary>
internal sealed class AnalyzersSubject : Subject
{
    private const string Alone = "compiler alone";
    private const string Empty = "an empty analyzer";
    private const string Rules = "all rules";

    public override string Name => "analyzers";

    public override string Summary => "what the rules add to the analysis of 300 files with 6,000 methods";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var project = SampleProject.Create(SampleSize.Large);
        var analysis = new RuleAnalysis(project);
        return Task.FromResult<IReadOnlyList<Experiment>>([new Experiment(
            "Rules over a whole project",
            [analysis.Compiler(Alone), analysis.With(Empty, RuleAnalysis.Empty), analysis.With(Rules, RuleAnalysis.Rules)],
            [Ratio.OfTimes(Rules, Empty, atMost: 1.05), Ratio.OfTimes(Rules, Alone)])
            {
                Description = $"""
                    A project of {project.Description}, compiled from its parsed files with all diagnostics: by the compiler alone,
                    with one analyzer that gets every call and does nothing, and with all {RuleAnalysis.Rules.Length} analyzers of the package.
                    """,
            }]);
    }
}
