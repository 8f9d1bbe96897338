using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Scopes go, and nothing else.</summary>
public sealed class RemoveScopeFixTests
{
    private const string Using = "using DoOAuth;\n";

    public static TheoryData<string, string> Layouts => new()
    {
        // The line, with the comment behind.
        {
            """
            /// <summary>Ours.</summary>
            [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}] // Once needed.
            // Kept.
            [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
            [DigitalOceanOAuth]
            static partial class DropletDeck;
            """,
            """
            /// <summary>Ours.</summary>
            // Kept.
            [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
            [DigitalOceanOAuth]
            static partial class DropletDeck;
            """
        },

        // Neighbours, over several lines, the last before the class.
        {
            """
            [DigitalOceanOAuth]
            [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)|}]
            [{|DOO104:DigitalOceanScope(
                Scopes.Image.Delete)|}] /* And
            so on. */
            static partial class DropletDeck;
            """,
            """
            [DigitalOceanOAuth]
            static partial class DropletDeck;
            """
        },

        // Preprocessor lines.
        {
            """
            [DigitalOceanOAuth]
            #region Scopes
            [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]
            #endregion
            static partial class DropletDeck;
            """,
            """
            [DigitalOceanOAuth]
            #region Scopes
            #endregion
            static partial class DropletDeck;
            """
        },

        // On the line of the class, of other lists.
        {
            "[DigitalOceanOAuth] [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}] static partial class DropletDeck;",
            "[DigitalOceanOAuth] static partial class DropletDeck;"
        },
        {
            "[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}] [DigitalOceanOAuth] static partial class DropletDeck;",
            "[DigitalOceanOAuth] static partial class DropletDeck;"
        },
        {
            "    [DigitalOceanOAuth] [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}] [{|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}] // Ours.\n    static partial class DropletDeck;",
            "    [DigitalOceanOAuth] // Ours.\n    static partial class DropletDeck;"
        },
        {
            "/** <summary>Ours.</summary> */ [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]\n[DigitalOceanOAuth] static partial class DropletDeck;",
            "/** <summary>Ours.</summary> */\n[DigitalOceanOAuth] static partial class DropletDeck;"
        },

        // In a list on one line: first, middle, last, several, all.
        {
            "[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, DigitalOceanOAuth] static partial class DropletDeck;",
            "[DigitalOceanOAuth] static partial class DropletDeck;"
        },
        {
            "[DigitalOceanOAuth, {|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, {|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}, Obsolete] static partial class DropletDeck;",
            "[DigitalOceanOAuth, Obsolete] static partial class DropletDeck;"
        },
        {
            "[DigitalOceanOAuth, {|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, {|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}] static partial class DropletDeck;",
            "[DigitalOceanOAuth] static partial class DropletDeck;"
        },
        {
            "[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, {|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}]\n[DigitalOceanOAuth] static partial class DropletDeck;",
            "[DigitalOceanOAuth] static partial class DropletDeck;"
        },

        // In a list over several lines.
        {
            """
            [DigitalOceanOAuth, // The one.
             DigitalOceanScope(Scopes.Account.Read), // Whose it is.
             {|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]
            static partial class DropletDeck;
            """,
            """
            [DigitalOceanOAuth, // The one.
             DigitalOceanScope(Scopes.Account.Read) // Whose it is.
            ]
            static partial class DropletDeck;
            """
        },
        {
            """
            [
                // The one.
                DigitalOceanOAuth,
                {|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, // Once needed.
                // Kept.
                DigitalOceanScope(Scopes.Account.Read),
                {|DOO104:DigitalOceanScope(Scopes.Image.Delete)|} // Once needed.
            ]
            static partial class DropletDeck;
            """,
            """
            [
                // The one.
                DigitalOceanOAuth,
                // Kept.
                DigitalOceanScope(Scopes.Account.Read)
            ]
            static partial class DropletDeck;
            """
        },
        {
            """
            [{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}, // Once needed.
             // The one.
             DigitalOceanOAuth]
            static partial class DropletDeck;
            """,
            """
            [// The one.
             DigitalOceanOAuth]
            static partial class DropletDeck;
            """
        },
        {
            """
            [ DigitalOceanOAuth
            , {|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}
            , Obsolete
            , {|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}
            ]
            static partial class DropletDeck;
            """,
            """
            [ DigitalOceanOAuth
            , Obsolete
            ]
            static partial class DropletDeck;
            """
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public Task The_attribute_goes_with_what_belongs_to_it(string before, string after) => RemovesAsync(Using + before, Using + after);

    [Fact]
    public Task Tabs_and_line_breaks_stay_what_they_are() => RemovesAsync(
        "using DoOAuth;\r\n\r\nnamespace Deck\r\n{\r\n\t[DigitalOceanOAuth]\r\n\t[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]\r\n\tstatic partial class DropletDeck { }\r\n}",
        "using DoOAuth;\r\n\r\nnamespace Deck\r\n{\r\n\t[DigitalOceanOAuth]\r\n\tstatic partial class DropletDeck { }\r\n}");

    [Fact]
    public Task Parts_in_several_files_are_mended_at_once() => new ProjectFix<ScopesToDelete, RemoveScopeFix>(
        [
            Using + "[DigitalOceanOAuth]\n[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]\nstatic partial class DropletDeck;\n",
            Using + "[{|DOO104:DigitalOceanScope(Scopes.Image.Delete)|}]\nstatic partial class DropletDeck;\n",
        ],
        [
            Using + "[DigitalOceanOAuth]\nstatic partial class DropletDeck;\n",
            Using + "static partial class DropletDeck;\n",
        ])
    {
        Title = "Remove [DigitalOceanScope(Scopes.Droplet.Delete)]",
    }.AssertAsync();

    [Theory]
    [InlineData("builder.RequireDropletDelete();")]
    [InlineData("Deck.DropletDeckExtensions.RequireDropletDelete(builder);")]
    public Task A_scope_whose_guard_is_called_stays(string call)
    {
        string[] files =
        [
            Using + "namespace Deck;\n[DigitalOceanOAuth]\n[{|DOO104:DigitalOceanScope(Scopes.Droplet.Delete)|}]\nstatic partial class DropletDeck;\n",
            $"namespace Deck;\nstatic class Endpoints {{ public static void Guard(RouteHandlerBuilder builder) {{ {call} }} }}\n",
        ];
        return new ProjectFix<ScopesToDelete, RemoveScopeFix>(files, files).AssertAsync();
    }

    private static Task RemovesAsync(string before, string after) => new ProjectFix<ScopesToDelete, RemoveScopeFix>([before], [after]) { IsAboutLayout = true }.AssertAsync();
}
