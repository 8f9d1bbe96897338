using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;
using static DoOAuth.Analyzers.Tests.Fixes.DeclareScopeFixTests;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Many reports, one edit of each class.</summary>
public sealed class DeclareScopeEverywhereTests
{
    private const string Second = "class Second { void Ask2() { Ask.For({|DOO102:\"image:read\"|}); Ask.For({|DOO102:\"droplet:read\"|}); } }";

    [Fact]
    public Task What_several_files_ask_for_is_declared_once_and_in_order() =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [
                Asking("{|DOO102:\"droplet:read\"|}", "{|DOO102:\"droplet:read image:read\"|}", "{|DOO102:\"droplet:create\"|}"),
                Second,
                "using DoOAuth;\n\n[DigitalOceanOAuth]\nstatic partial class DropletDeck;\n",
            ],
            [
                Asking("\"droplet:read\"", "\"droplet:read image:read\"", "\"droplet:create\""),
                Unmarked(Second),
                "using DoOAuth;\n\n[DigitalOceanOAuth]\n[DigitalOceanScope(Scopes.Droplet.Read)]\n[DigitalOceanScope(Scopes.Image.Read)]\n[DigitalOceanScope(Scopes.Droplet.Create)]\nstatic partial class DropletDeck;\n",
            ])
        {
            Steps = 3,
        }.AssertAsync();

    [Fact]
    public Task Classes_of_one_file_are_mended_together_the_one_in_the_other_too() =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [
                Asking("{|DOO102:\"droplet:read\"|}, \"T:First\"", "{|DOO102:\"image:read\"|}, \"T:First.Second\"", "{|DOO102:\"image:read\"|}, \"T:Third\""),
                """
                using DoOAuth;

                [DigitalOceanOAuth]
                static partial class First
                {
                    [DigitalOceanOAuth(GuardPrefix = "Second")]
                    internal static partial class Second { }
                }

                [DigitalOceanOAuth(GuardPrefix = "Third"), DigitalOceanScope(Scopes.Droplet.Read)]
                static partial class Third;
                """,
            ],
            [
                Asking("\"droplet:read\", \"T:First\"", "\"image:read\", \"T:First.Second\"", "\"image:read\", \"T:Third\""),
                """
                using DoOAuth;

                [DigitalOceanOAuth]
                [DigitalOceanScope(Scopes.Droplet.Read)]
                static partial class First
                {
                    [DigitalOceanOAuth(GuardPrefix = "Second")]
                    [DigitalOceanScope(Scopes.Image.Read)]
                    internal static partial class Second { }
                }

                [DigitalOceanOAuth(GuardPrefix = "Third"), DigitalOceanScope(Scopes.Droplet.Read), DigitalOceanScope(Scopes.Image.Read)]
                static partial class Third;
                """,
            ])
        { Steps = 3 }.AssertAsync();

    [Theory]
    [InlineData(0, "Declare Scopes.Droplet.Read on First", true)]
    [InlineData(1, "Declare Scopes.Droplet.Read on Second", false)]
    public Task Where_several_classes_come_into_question_each_is_an_action(int action, string title, bool isFirst) =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [Asking("{|DOO102:\"droplet:read\"|}", "{|DOO102:\"image:read\"|}"), TwoClasses("", "")],
            [
                Asking("\"droplet:read\"", "\"image:read\""),
                isFirst
                    ? TwoClasses("[DigitalOceanScope(Scopes.Droplet.Read)]\n[DigitalOceanScope(Scopes.Image.Read)]\n", "")
                    : TwoClasses("", "[DigitalOceanScope(Scopes.Droplet.Read)]\n[DigitalOceanScope(Scopes.Image.Read)]\n"),
            ])
        {
            CodeActionIndex = action,
            Steps = 2,
            Title = title,
        }.AssertAsync();

    [Fact]
    public Task A_scope_that_is_declared_anyway_decides_between_alternatives() =>
        new ProjectFix<ScopesAskedFor, DeclareScopeFix>(
            [Asking("{|DOO102:\"domain:update\"|}", "{|DOO102:\"domain:create|domain:update\"|}"), "using DoOAuth;\n[DigitalOceanOAuth]\nstatic partial class DropletDeck;\n"],
            [Asking("\"domain:update\"", "\"domain:create|domain:update\""), "using DoOAuth;\n[DigitalOceanOAuth]\n[DigitalOceanScope(Scopes.Domain.Update)]\nstatic partial class DropletDeck;\n"])
        {
            Steps = 1,
        }.AssertAsync();

    private static string TwoClasses(string first, string second) =>
        $"using DoOAuth;\n[DigitalOceanOAuth]\n{first}static partial class First;\n\n[DigitalOceanOAuth(GuardPrefix = \"Second\")]\n{second}static partial class Second;\n";

    private static string Unmarked(string source) => source.Replace("{|DOO102:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
