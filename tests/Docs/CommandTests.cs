using System.Text.RegularExpressions;
using DoOAuth.Docs.Tests.Commands;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Docs.Tests;

/// <summary>Every command on a page has a test that runs it.</summary>
public sealed partial class CommandTests
{
    private const string RunTests = "dotnet eng/test.cs";

    public static TheoryData<string, int, string> Commands => Data(PageCommand.All);

    public static TheoryData<string> CommandsOfTests => [.. PageCommand.All.Select(command => command.Text).Where(text => text.StartsWith(RunTests, StringComparison.Ordinal)).Distinct()];

    public static TheoryData<string> Filters => [.. PageCommand.All.Select(command => Filter().Match(command.Text)).Where(match => match.Success).Select(match => match.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_test_runs_it(string page, int line, string text)
    {
        var command = PageCommand.All.Single(command => command.Block.Page.Path == page && command.Line == line);
        var proof = Proof.All.FirstOrDefault(proof => proof.Command == text);

        Assert.True(
            proof is not null || Walkthrough.All.Any(walkthrough => walkthrough.Covers(command)) || IsTestSelection(text),
            $"{command}: nothing runs it. Add its section to {nameof(Walkthrough)}, or say in {nameof(Proof)} which test does.");
        Assert.Null(proof?.Gap());
    }

    // With "help" at the end it says whether it understands what stands before, and runs nothing.
    [Theory]
    [MemberData(nameof(CommandsOfTests))]
    public async Task The_command_that_runs_tests_understands_its_options(string command)
    {
        var printed = await Dotnet.RunAsync(AllPages.Root, [.. command.Split(' ').Skip(1), "help"]);

        Assert.Contains($"{RunTests} [options]", printed, StringComparison.Ordinal);
        Assert.All(Option().Matches(command).Select(match => match.Value), option => Assert.Contains(option, printed, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_matches_tests(string filter)
    {
        var (project, word) = (Filter().Match(filter).Groups["project"].Value, Filter().Match(filter).Groups["word"].Value);
        var names = Directory.EnumerateFiles(Path.Combine(AllPages.Root, "tests", project), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));

        Assert.Contains(names, name => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_proof_is_left_without_its_command() => Assert.All(
        Proof.All,
        proof => Assert.Contains(PageCommand.All, command => command.Text == proof.Command));

    [Fact]
    public void No_walkthrough_is_left_without_its_commands() => Assert.All(
        Walkthrough.All,
        walkthrough =>
        {
            Assert.NotEmpty(walkthrough.Commands);
            Assert.All(walkthrough.LeftToOthers, left => Assert.Contains(Proof.All, proof => proof.Command == left));
        });

    private static TheoryData<string, int, string> Data(IEnumerable<PageCommand> commands)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var command in commands)
        {
            data.Add(command.Block.Page.Path, command.Line, command.Text);
        }

        return data;
    }

    // Run for real they would run these tests again: that the options are understood, and that the filter matches, is shown below.
    private static bool IsTestSelection(string command) => command.StartsWith($"{RunTests} --only ", StringComparison.Ordinal);

    [GeneratedRegex(@"--only (?<project>\w+) --filter FullyQualifiedName~(?<word>\w+)")]
    private static partial Regex Filter();

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\b(?:class|void|Task|namespace) (?<name>[\w.]+)")]
    private static partial Regex Named();
}
