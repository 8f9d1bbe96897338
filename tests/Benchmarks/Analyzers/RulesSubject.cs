using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>What each rule adds alone: where to look when all together have become slow.</summary>
internal sealed class RulesSubject : Subject
{
    private const string Empty = "an empty analyzer";

    public override string Name => "rules";

    public override string Summary => "the same, each rule alone";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var project = SampleProject.Create(SampleSize.Large);
        var analysis = new RuleAnalysis(project);
        return Task.FromResult<IReadOnlyList<Experiment>>([new Experiment(
            "Each rule alone over a whole project",
            [analysis.With(Empty, RuleAnalysis.Empty), .. RuleAnalysis.Rules.Select(rule => analysis.With(NameOf(rule), [rule]))],
            [.. RuleAnalysis.Rules.Select(rule => Ratio.OfTimes(NameOf(rule), Empty))])
            {
                Description = $"The project of `analyzers` ({project.Description}), with one analyzer at a time.",
                Rounds = 7,
            }]);
    }

    private static string NameOf(DiagnosticAnalyzer rule) => rule.GetType().Name;
}
