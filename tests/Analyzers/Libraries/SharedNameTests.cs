using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Libraries;

/// <summary>DOO004 for classes in several projects.</summary>
public sealed class SharedNameTests
{
    private const string OtherPaths =
        "LoginPath = \"/b/login\", CallbackPath = \"/b/callback\", LogoutPath = \"/b/logout\", DisconnectPath = \"/b/disconnect\", UserPath = \"/b/me\"";

    private const string Library = """
        using DoOAuth;

        namespace Core
        {
            [DigitalOceanOAuth(Scheme = "Core")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            public static partial class CoreDeck;

            public static class Setup
            {
                public static void AddCore(this WebApplicationBuilder builder) => builder.AddCoreDeck();
            }
        }
        """;

    [Theory]
    [InlineData("", "/login", "Scheme = \"Web\"")]
    [InlineData("", "scheme 'Core'", $"Scheme = \"Core\", GuardPrefix = \"Web\", {OtherPaths}")]
    [InlineData("[DigitalOceanScope(Scopes.Droplet.Read)]", "RequireDropletRead", OtherPaths)]
    public async Task What_a_class_shares_with_one_of_a_library_that_is_added_is_reported(string scopes, string what, string attribute)
    {
        var reports = await ReportsAsync($$"""
            using Core;
            using DoOAuth;

            var builder = WebApplication.CreateBuilder();
            builder.AddCoreDeck();
            builder.AddDeck();
            builder.Build().MapDeck();

            [DigitalOceanOAuth({{attribute}})]
            {{scopes}}
            public static partial class Deck;
            """);
        Assert.Contains(reports, report => report.Contains(what, StringComparison.Ordinal) && report.Contains("'Deck' and 'CoreDeck'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_class_that_the_library_adds_itself_counts() => Assert.NotEmpty(await ReportsAsync("""
        using DoOAuth;
        using Core;

        var builder = WebApplication.CreateBuilder();
        builder.AddCore();
        builder.AddDeck();
        builder.Build().MapDeck();

        [DigitalOceanOAuth]
        public static partial class Deck;
        """));

    [Fact]
    public async Task A_class_that_the_app_does_not_add_is_left_alone() => Assert.Empty(await ReportsAsync("""
        using DoOAuth;

        var builder = WebApplication.CreateBuilder();
        builder.AddDeck();
        builder.Build().MapDeck();

        [DigitalOceanOAuth]
        public static partial class Deck;
        """));

    [Fact]
    public async Task Two_classes_of_libraries_are_reported_where_the_second_is_added()
    {
        var other = LibraryProject.Emit("Other", Library.Replace("Core", "Other", StringComparison.Ordinal));
        var reports = await ReportsAsync("""
            using Core;
            using Other;

            var builder = WebApplication.CreateBuilder();
            builder.AddCoreDeck();
            builder.AddOtherDeck();
            """, Library, other);
        Assert.Contains(reports, report => report.Contains("'OtherDeck' and 'CoreDeck' share the paths '/login'", StringComparison.Ordinal) && report.StartsWith("Program.cs(6,1)", StringComparison.Ordinal));
        Assert.Contains(reports, report => report.Contains("RequireDropletRead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ambiguous_call_is_explained()
    {
        var reports = await ReportsAsync($$"""
            using DoOAuth;
            using Core;
            using Web;

            var builder = WebApplication.CreateBuilder();
            builder.AddCoreDeck();

            namespace Web
            {
                [DigitalOceanOAuth(Scheme = "Other", GuardPrefix = "Web", {{OtherPaths}})]
                public static partial class CoreDeck;
            }
            """);
        Assert.Contains(reports, report => report.Contains("AddCoreDeck", StringComparison.Ordinal) && report.Contains("Rename one of the classes", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ReportsAsync(string program, string library = Library, params Microsoft.CodeAnalysis.MetadataReference[] others)
    {
        var reports = await UserProject.DiagnosticsAsync(program, references: [LibraryProject.Emit("Core", library), .. others]);
        return [.. reports.Where(report => report.Id == "DOO004").Select(report => report.ToString())];
    }
}
