using System.Text.RegularExpressions;

namespace DoOAuth.Repository.Tests.Workflows;

/// <summary>An action is what it was when it was chosen: a tag can be moved, a commit cannot.</summary>
public sealed partial class PinningTests
{
    private static IEnumerable<(Workflow Workflow, string Line)> Uses =>
        from workflow in Workflow.All
        from line in Clone.Text(workflow.Path).Split('\n')
        where line.Contains("uses:", StringComparison.Ordinal)
        select (workflow, line.Trim());

    [Fact]
    public void Each_action_is_pinned_by_its_commit_and_names_its_version() =>
        Assert.All(Uses, use => Assert.True(Pinned().IsMatch(use.Line), $"{use.Workflow}: '{use.Line}' is not OWNER/NAME@40-HEX-DIGITS # vX.Y.Z."));

    [Fact]
    public void Each_step_that_uses_an_action_was_seen()
    {
        var steps = Workflow.All.Sum(workflow => workflow.Steps.Count(step => step.Text("uses") is not null));

        Assert.NotEqual(0, steps);
        Assert.Equal(steps, Uses.Count());
    }

    [Fact]
    public void An_action_has_one_commit_and_one_version_everywhere() =>
        Assert.All(
            Uses.Select(use => Pinned().Match(use.Line)).GroupBy(match => match.Groups["repository"].Value),
            action => Assert.Single(action.Select(match => (match.Groups["commit"].Value, match.Groups["version"].Value)).Distinct()));

    // The path after the repository, as in github/codeql-action/init, is in the same commit.
    [GeneratedRegex(@"^(- )?uses: (?<repository>[\w-]+/[\w.-]+)(/[\w/-]+)?@(?<commit>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)$")]
    private static partial Regex Pinned();
}
