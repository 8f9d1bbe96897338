using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>What each rule takes: where to look when all together have become slow.</summary>
internal sealed class RulesSubject : Subject
{
    private const string Empty = "compiling with an empty analyzer";
    private const string Whole = "compiling with all rules";
    private const string Sum = "all rules";

    public override string Name => "rules";

    public override string Summary => "what each rule takes of that";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var project = SampleProject.Create(SampleSize.Large);
        var analysis = new OwnTimes(project, times: 1);
        return Task.FromResult<IReadOnlyList<Experiment>>([new Experiment(
            "Each rule over a whole project",
            [analysis.Empty(Empty), analysis.Whole(Whole), analysis.Rules(Sum), .. RuleAnalysis.Rules.Select(rule => analysis.Rule(NameOf(rule), rule))],
            [Ratio.OfTimes(Whole, Empty), Ratio.OfTimes(Sum, Empty), .. RuleAnalysis.Rules.Select(rule => Ratio.OfTimes(NameOf(rule), Sum))])
            {
                Description = $"""
                    The project of `analyzers` ({project.Description}), with all rules at once.
                    {OwnTimes.Description}
                    """,
                Rounds = 7,
                WarmUp = 1,
            }]);
    }

    private static string NameOf(DiagnosticAnalyzer rule) => rule.GetType().Name;
}
