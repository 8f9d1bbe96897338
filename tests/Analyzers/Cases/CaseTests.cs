using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using Xunit.Abstractions;

namespace DoOAuth.Analyzers.Tests.Cases;

/// <summary>
/// Programs in the styles of real code, with the expected reports. Each rule keeps the share that it once reached: anyone who makes it find more,
/// or say less that is false, writes the new figures into <c>Reached.tsv</c>.
/// </summary>
/// <param name="output">Receives the missed and the false reports.</param>
public sealed class CaseTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_rule_keeps_what_it_reached()
    {
        var programs = new List<(IReadOnlyList<CaseMark> Marks, IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Reports)>();
        foreach (var program in CaseProgram.Names.Select(CaseProgram.Of))
        {
            programs.Add(([.. program.Marks], await program.ReportsAsync()));
        }

        var scores = CaseScore.Rules.ToDictionary(rule => rule, rule => programs.Select(program => CaseScore.Of(program.Marks, program.Reports, rule)).ToList());
        foreach (var (rule, ofPrograms) in scores)
        {
            Print(rule, "missed", ofPrograms.SelectMany(score => score.Missed));
            Print(rule, "false", ofPrograms.SelectMany(score => score.False));
        }

        Assert.Equal(Reached(), scores.Select(rule => Line(
            rule.Key,
            rule.Value.Sum(score => score.Found.Count),
            rule.Value.Sum(score => score.Missed.Count),
            rule.Value.Sum(score => score.False.Count))));
    }

    // More than was reached is written down as well, so that it is kept.
    private static IEnumerable<string> Reached() =>
        File.ReadAllLines(Path.Combine(TestBuild.RepositoryRoot, "tests", "Analyzers", "Cases", "Reached.tsv")).Skip(1);

    private static string Line(string rule, int found, int missed, int wrong) => string.Create(CultureInfo.InvariantCulture, $"{rule}\t{found}\t{missed}\t{wrong}");

    private void Print(string rule, string what, IEnumerable<string> places)
    {
        foreach (var place in places)
        {
            output.WriteLine($"{rule} {what}: {place}");
        }
    }
}
