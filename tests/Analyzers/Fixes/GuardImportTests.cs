using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>A guard's namespace is imported where it is not, among the usings that there are.</summary>
public sealed class GuardImportTests
{
    private const string Pages = "static class Pages { public static void Map(WebApplication app) => app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\"); }\n";

    private const string Declared = """
        using DoOAuth;

        namespace Deck
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            static partial class DropletDeck;
        }

        namespace Admin
        {
            [DigitalOceanOAuth(GuardPrefix = "Admin")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            static partial class Admins;
        }

        namespace Azure { class Nothing; }
        namespace Zoo { class Nothing; }
        """;

    private static readonly string GuardedPages =
        ProgramFile.WithoutMarks(Pages).Replace(");", ").RequireDropletRead();", StringComparison.Ordinal);

    [Theory]
    [InlineData("", "using Deck;\n\n")]
    [InlineData("using Azure;\nusing System.IO;\n\n", "using Azure;\nusing Deck;\nusing System.IO;\n\n")]
    [InlineData("using System;\nusing System.IO;\nusing Azure;\nusing Zoo;\n\n", "using System;\nusing System.IO;\nusing Azure;\nusing Deck;\nusing Zoo;\n\n")]
    [InlineData("using System.IO; // Files.\n\n", "using System.IO; // Files.\nusing Deck;\n\n")]
    [InlineData("using Zoo;\nusing Azure;\n", "using Zoo;\nusing Azure;\nusing Deck;\n")]
    [InlineData("// Header.\nusing Zoo;\n", "// Header.\nusing Deck;\nusing Zoo;\n")]
    [InlineData("using IO = System.IO;\nusing static System.Math;\n\n", "using Deck;\nusing IO = System.IO;\nusing static System.Math;\n\n")]
    [InlineData("global using System.IO;\n\n", "global using System.IO;\nusing Deck;\n\n")]
    [InlineData("// Header.\n// More.\n\n", "// Header.\n// More.\n\nusing Deck;\n\n")]
    [InlineData("// Of the class.\n", "using Deck;\n\n// Of the class.\n")]
    [InlineData("/// <summary>Of the class.</summary>\n", "using Deck;\n\n/// <summary>Of the class.</summary>\n")]
    [InlineData("extern alias {|CS0430:Old|};\n", "extern alias {|CS0430:Old|};\nusing Deck;\n")]
    [InlineData("\n", "using Deck;\n\n")]
    [InlineData("namespace Shop;\n\n", "using Deck;\n\nnamespace Shop;\n\n")]
    [InlineData("namespace Shop;\n\nusing System.IO;\n\n", "namespace Shop;\n\nusing System.IO;\nusing Deck;\n\n")]
    [InlineData("using System.IO;\nnamespace Shop;\nusing Zoo;\n", "using System.IO;\nusing Deck;\nnamespace Shop;\nusing Zoo;\n")]
    public Task The_using_goes_where_it_belongs(string before, string after) => ImportsAsync(before + Pages, after + GuardedPages);

    [Theory]
    [InlineData("using Deck;\n")]
    [InlineData("namespace Deck;\n")]
    [InlineData("namespace Deck.Pages;\n")]
    [InlineData("global using Deck;\n")]
    public Task What_is_in_sight_is_not_imported_again(string top) => ImportsAsync(top + Pages, top + GuardedPages);

    [Fact]
    public Task Tabs_and_line_breaks_stay_what_they_are() => ImportsAsync(
        ("namespace Shop\n{\n\tusing Zoo;\n\n\t" + Pages + "}\n").ReplaceLineEndings("\r\n"),
        ("namespace Shop\n{\n\tusing Deck;\n\tusing Zoo;\n\n\t" + GuardedPages + "}\n").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task Guards_of_several_classes_and_files_are_imported_once_each() => new ProjectFix<GuardsAskedFor, AddGuardFix>(
        [Two("{|DOO103:MapGet|}", "", "", "First"), Two("{|DOO103:MapGet|}", "", "", "Second"), Declared],
        [
            "using Admin;\nusing Deck;\n\n" + Two("MapGet", ".RequireDropletRead()", ".RequireAdminDropletRead().RequireDropletRead()", "First"),
            "using Admin;\nusing Deck;\n\n" + Two("MapGet", ".RequireDropletRead()", ".RequireAdminDropletRead().RequireDropletRead()", "Second"),
            Declared,
        ])
    {
        Steps = 4,
    }.AssertAsync();

    private static Task ImportsAsync(string before, string after) =>
        new ProjectFix<GuardsAskedFor, AddGuardFix>([before, Declared], [after, Declared]) { IsAboutLayout = true }.AssertAsync();

    private static string Two(string map, string first, string second, string name) =>
        $"static class {name} {{ public static void Map(WebApplication app) {{\n"
        + $"    app.{map}(\"/?RequireDropletRead\", () => \"\"){first};\n"
        + $"    app.{map}(\"/?RequireAdminDropletRead RequireDropletRead\", () => \"\"){second};\n}} }}\n";
}
