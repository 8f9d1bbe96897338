using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoOAuth.Repository.Tests.Workflows;

/// <summary>What workflows run is there.</summary>
public sealed partial class CommandTests
{
    /// <summary>Folders that a workflow makes.</summary>
    private static readonly string[] Made = ["artifacts/", "packages/"];

    public static TheoryData<string> Commands => [.. Workflow.All.SelectMany(workflow => workflow.Commands).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Files_that_a_command_names_exist(string command)
    {
        var files = Words().Matches(command).Select(word => word.Value)
            .Where(word => File().IsMatch(word) && !Made.Any(folder => word.StartsWith(folder, StringComparison.Ordinal)));

        Assert.All(files, file => Assert.True(Clone.Has(file) || IsWritten(file), $"'{command}': there is no {file}."));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Options_of_the_test_command_are_those_that_it_has(string command)
    {
        if (!command.Contains("eng/test.cs", StringComparison.Ordinal))
        {
            return;
        }

        var usage = Clone.Text("eng/test.cs").Split("\"\"\"")[1];
        Assert.All(Option().Matches(command).Select(match => match.Value), option => Assert.Contains($"      {option} ", usage, StringComparison.Ordinal));
    }

    [Fact]
    public void The_release_packs_what_pack_proj_lists_and_it_exists()
    {
        var projects = PackedProject().Matches(Clone.Text("pack.proj")).Select(match => match.Groups["path"].Value).ToList();

        Assert.Contains(Workflow.Named("release.yml").Commands, command => command.StartsWith("dotnet pack pack.proj -c Release -o artifacts/release", StringComparison.Ordinal));
        Assert.Equal(9, projects.Count);
        Assert.All(projects, project => Assert.True(Clone.Has(project), $"pack.proj: there is no {project}."));
    }

    [Fact]
    public void Tools_are_those_of_the_manifest()
    {
        using var manifest = JsonDocument.Parse(Clone.Text(".config/dotnet-tools.json"));
        var tools = manifest.RootElement.GetProperty("tools").EnumerateObject().SelectMany(tool => tool.Value.GetProperty("commands").EnumerateArray()).Select(command => command.GetString()!).ToList();
        var commands = Workflow.Named("release.yml").Commands.ToList();

        Assert.All(tools, tool => Assert.Contains(commands, command => command.StartsWith($"dotnet {tool} ", StringComparison.Ordinal)));
        Assert.True(commands.IndexOf("dotnet tool restore") is >= 0 and var restored && restored < commands.FindIndex(command => command.StartsWith("dotnet sbom-tool", StringComparison.Ordinal)));
    }

    // Written by the command itself, as the notes of a release are.
    private static bool IsWritten(string file) => Workflow.All.SelectMany(workflow => workflow.Commands).Any(command => command.EndsWith($"> {file}", StringComparison.Ordinal));

    [GeneratedRegex(@"[^\s""'()]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?!-|/|\$|https?:)([\w.-]+/[\w./*-]+|[\w-]+\.(proj|cs|md|json|sln))$")]
    private static partial Regex File();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("<PackedProject Include=\"(?<path>[^\"]+)\"")]
    private static partial Regex PackedProject();
}
