namespace DoOAuth.Architecture.Tests;

/// <summary>Data flows one way between the folders of each project.</summary>
public sealed class FolderTests
{
    /// <summary>The projects, by their folder in the repository; each has a list in Arrows/ under its own name.</summary>
    public static TheoryData<string> Projects => [.. AllowedArrows.Projects];

    /// <summary>A folder uses only folders that its line in the list names.</summary>
    /// <param name="project">The project's folder.</param>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_uses_only_what_its_list_allows(string project)
    {
        var allowed = AllowedArrows.Of(project);
        var others = SourceFolders.Of(project).Uses().Where(use => !allowed.Allows(use)).ToList();
        Assert.True(others.Count == 0, $"""
            {project} has arrows that {allowed.File} does not allow:
            {string.Join('\n', others.GroupBy(use => (use.From, use.To)).Select(arrow =>
                $"{arrow.Key.From} -> {arrow.Key.To}: {string.Join("; ", arrow.Select(use => $"{use.File} uses {use.Type}").Order(StringComparer.Ordinal))}"))}
            Move the type that points the wrong way. Add an arrow only where it leads down.
            """);
    }

    /// <summary>Each line of a list names lines above it alone: with that there is no way round in a circle.</summary>
    /// <param name="project">The project's folder.</param>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_arrow_leads_to_a_line_above(string project) =>
        Assert.Empty(AllowedArrows.Of(project).Upward());

    /// <summary>A list holds no folder and no arrow that the source lacks.</summary>
    /// <param name="project">The project's folder.</param>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_list_holds_no_more_than_is_used(string project)
    {
        var folders = SourceFolders.Of(project);
        var used = folders.Uses().Select(use => (use.From, use.To)).ToHashSet();
        var allowed = AllowedArrows.Of(project);
        Assert.Equal(folders.Names.Order(StringComparer.Ordinal), allowed.Folders.Order(StringComparer.Ordinal));
        Assert.Equal([], allowed.Arrows.Except(used));
    }

    /// <summary>The reading itself sees what it is to see: a type that is only a variable's, an extension, a constant.</summary>
    [Fact]
    public void Uses_are_found_in_every_form()
    {
        var folders = SourceFolders.Read("made up", new Dictionary<string, string>
        {
            ["Low/Thing.cs"] = "namespace A.Low; public class Thing { public const int Size = 1; }",
            ["Low/Extension.cs"] = "namespace A.Low; public static class Extension { public static int Twice(this int value) => 2 * value; }",
            ["Middle/Maker.cs"] = "namespace A.Middle; public static class Maker { public static A.Low.Thing Make() => new(); }",
            ["ByVariable/Use.cs"] = "namespace A.ByVariable; class Use { void M() { var thing = A.Middle.Maker.Make(); } }",
            ["ByExtension/Use.cs"] = "using A.Low; class Use1 { int M() => 3.Twice(); }",
            ["ByConstant/Use.cs"] = "using static A.Low.Thing; class Use2 { int M() => Size; }",
            ["ByDoc/Use.cs"] = "/// <summary>See <see cref=\"A.Low.Thing\"/>.</summary>\nclass Use3;",
        });
        Assert.Equal(
            ["ByConstant -> Low", "ByExtension -> Low", "ByVariable -> Low", "ByVariable -> Middle", "Middle -> Low"],
            folders.Uses().Select(use => $"{use.From} -> {use.To}").Distinct().Order(StringComparer.Ordinal));
    }
}
