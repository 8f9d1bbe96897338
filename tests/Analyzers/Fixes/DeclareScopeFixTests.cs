using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Scopes are declared where the user declares scopes, and as the user writes it.</summary>
public sealed class DeclareScopeFixTests
{
    [Theory]
    [MemberData(nameof(DeclarationLayouts.All), MemberType = typeof(DeclarationLayouts))]
    public Task The_scope_goes_behind_the_last_as_that_is_written(string before, string after) => DeclaresAsync("droplet:read", before, after);

    [Fact]
    public Task Tabs_and_line_breaks_stay_what_they_are() => DeclaresAsync(
        "droplet:read",
        "using DoOAuth;\r\n\r\nnamespace Deck\r\n{\r\n\t[DigitalOceanOAuth]\r\n\t[DigitalOceanScope(Scopes.Account.Read)]   \r\n\tstatic partial class DropletDeck { }\r\n}",
        "using DoOAuth;\r\n\r\nnamespace Deck\r\n{\r\n\t[DigitalOceanOAuth]\r\n\t[DigitalOceanScope(Scopes.Account.Read)]   \r\n\t[DigitalOceanScope(Scopes.Droplet.Read)]\r\n\tstatic partial class DropletDeck { }\r\n}");

    [Fact]
    public Task Settings_that_the_code_does_not_follow_do_not_reformat_it() =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [Asking("{|DOO102:\"droplet:read\"|}"), "using DoOAuth;\nnamespace Deck {\n   [ DigitalOceanOAuth ]\n   static partial class DropletDeck{}\n}"],
            [Asking("\"droplet:read\""), "using DoOAuth;\nnamespace Deck {\n   [ DigitalOceanOAuth ]\n   [DigitalOceanScope(Scopes.Droplet.Read)]\n   static partial class DropletDeck{}\n}"])
        {
            EditorConfig = "indent_style = tab\nend_of_line = crlf\ncsharp_new_line_before_open_brace = all",
        }.AssertAsync();

    [Fact]
    public Task Several_scopes_come_in_the_reports_order_without_those_that_are_there() => DeclaresAsync(
        "sizes:read droplet:read regions:read",
        """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read, Optional = true)]
        static partial class DropletDeck;
        """,
        """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read, Optional = true)]
        [DigitalOceanScope(Scopes.Sizes.Read)]
        [DigitalOceanScope(Scopes.Regions.Read)]
        static partial class DropletDeck;
        """);

    [Theory]
    [InlineData(0, "Declare Scopes.Domain.Create on DropletDeck", "Scopes.Domain.Create")]
    [InlineData(1, "Declare Scopes.Domain.Update on DropletDeck", "Scopes.Domain.Update")]
    [InlineData(2, "Declare Scopes.Domain.Create on DropletDeck, requested only when needed", "Scopes.Domain.Create, Optional = true")]
    [InlineData(3, "Declare Scopes.Domain.Update on DropletDeck, requested only when needed", "Scopes.Domain.Update, Optional = true")]
    public Task Each_alternative_is_an_action_plain_or_optional(int action, string title, string argument) =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [Asking("{|DOO102:\"domain:create|domain:update\"|}"), "using DoOAuth;\n[DigitalOceanOAuth]\nstatic partial class DropletDeck;"],
            [Asking("\"domain:create|domain:update\""), $"using DoOAuth;\n[DigitalOceanOAuth]\n[DigitalOceanScope({argument})]\nstatic partial class DropletDeck;"])
        {
            CodeActionIndex = action,
            Title = title,
        }.AssertAsync();

    [Theory]
    [InlineData("")]
    [InlineData("droplets:read")]
    public Task Nothing_is_offered_where_there_is_no_such_scope(string scope) => DeclaresNothingAsync(
        Asking($"{{|DOO102:\"{scope} nothing:read\"|}}"), "using DoOAuth;\n[DigitalOceanOAuth]\nstatic partial class DropletDeck;");

    [Fact]
    public Task Nothing_is_offered_for_a_class_that_is_not_annotated() => DeclaresNothingAsync(
        Asking("{|DOO102:\"droplet:read\"|}, \"T:Other T:Nowhere\""), "static partial class Other;");

    internal static string Asking(params string[] calls) =>
        string.Concat(calls.Select(call => $"Ask.For({call});\n")) + ScopesAskedFor.Source;

    private static Task DeclaresAsync(string scopes, string before, string after) =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [Asking($"{{|DOO102:\"{scopes}\"|}}"), before], [Asking($"\"{scopes}\""), after])
        { IsAboutLayout = true }.AssertAsync();

    private static Task DeclaresNothingAsync(params string[] files) => new ProjectFix<ScopesAskedFor, DeclareScopeFix>(files, files).AssertAsync();
}
