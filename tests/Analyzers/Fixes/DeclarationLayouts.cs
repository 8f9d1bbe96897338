namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>The ways in which people lay out the attributes of a class.</summary>
public static class DeclarationLayouts
{
    /// <summary>Before, and with <c>droplet:read</c> declared.</summary>
    public static TheoryData<string, string> All => new()
    {
        // One list a line, with comments.
        {
            """
            using DoOAuth;

            /// <summary>Ours.</summary>
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
            // Kept.
            public static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            /// <summary>Ours.</summary>
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Account.Read)] // Whose it is.
            [DigitalOceanScope(Scopes.Droplet.Read)]
            // Kept.
            public static partial class DropletDeck;
            """
        },

        // No scope yet, other attributes, blank lines.
        {
            """
            using DoOAuth;

            [DigitalOceanOAuth(Scheme = "Deck")]

            [Obsolete]
            static partial class DropletDeck { }
            """,
            """
            using DoOAuth;

            [DigitalOceanOAuth(Scheme = "Deck")]
            [DigitalOceanScope(Scopes.Droplet.Read)]

            [Obsolete]
            static partial class DropletDeck { }
            """
        },

        // A block namespace, its own usings, a nested class.
        {
            """
            namespace Deck
            {
                using DoOAuth;

                internal partial class Outer
                {
                    [DigitalOceanScope(
                        Scopes.Account.Read)]
                    [DigitalOceanOAuth]
                    internal static partial class DropletDeck;
                }
            }
            """,
            """
            namespace Deck
            {
                using DoOAuth;

                internal partial class Outer
                {
                    [DigitalOceanScope(
                        Scopes.Account.Read)]
                    [DigitalOceanScope(Scopes.Droplet.Read)]
                    [DigitalOceanOAuth]
                    internal static partial class DropletDeck;
                }
            }
            """
        },

        // Everything in one list, on one line.
        {
            """
            using DoOAuth;
            [DigitalOceanOAuth, DigitalOceanScope(Scopes.Account.Read), Obsolete] static partial class DropletDeck;
            """,
            """
            using DoOAuth;
            [DigitalOceanOAuth, DigitalOceanScope(Scopes.Account.Read), DigitalOceanScope(Scopes.Droplet.Read), Obsolete] static partial class DropletDeck;
            """
        },

        // Lists on the line of the class.
        {
            "using DoOAuth; [DigitalOceanOAuth] [DigitalOceanScope(Scopes.Account.Read)] static partial class DropletDeck;",
            "using DoOAuth; [DigitalOceanOAuth] [DigitalOceanScope(Scopes.Account.Read)] [DigitalOceanScope(Scopes.Droplet.Read)] static partial class DropletDeck;"
        },

        // One list over several lines.
        {
            """
            using DoOAuth;

            [DigitalOceanOAuth,
             DigitalOceanScope(Scopes.Account.Read)]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            [DigitalOceanOAuth,
             DigitalOceanScope(Scopes.Account.Read),
             DigitalOceanScope(Scopes.Droplet.Read)]
            static partial class DropletDeck;
            """
        },
        {
            """
            using DoOAuth;

            [
                DigitalOceanOAuth,
                DigitalOceanScope(Scopes.Account.Read) // Whose it is.
            ]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            [
                DigitalOceanOAuth,
                DigitalOceanScope(Scopes.Account.Read), // Whose it is.
                DigitalOceanScope(Scopes.Droplet.Read)
            ]
            static partial class DropletDeck;
            """
        },
        {
            """
            using DoOAuth;

            [
                DigitalOceanOAuth,
                DigitalOceanScope(Scopes.Account.Read), // Whose it is.
                // Old.
                Obsolete,
            ]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            [
                DigitalOceanOAuth,
                DigitalOceanScope(Scopes.Account.Read), // Whose it is.
                DigitalOceanScope(Scopes.Droplet.Read),
                // Old.
                Obsolete,
            ]
            static partial class DropletDeck;
            """
        },
        {
            """
            using DoOAuth;

            [ DigitalOceanOAuth
            , DigitalOceanScope(Scopes.Account.Read) // Whose it is.
            , Obsolete
            ]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            [ DigitalOceanOAuth
            , DigitalOceanScope(Scopes.Account.Read) // Whose it is.
            , DigitalOceanScope(Scopes.Droplet.Read)
            , Obsolete
            ]
            static partial class DropletDeck;
            """
        },

        // Names as the place needs them: nothing imported, an alias, another class called Scopes.
        {
            """
            [DoOAuth.DigitalOceanOAuth]
            static partial class DropletDeck;
            """,
            """
            [DoOAuth.DigitalOceanOAuth]
            [DoOAuth.DigitalOceanScope(DoOAuth.Scopes.Droplet.Read)]
            static partial class DropletDeck;
            """
        },
        {
            """
            using DO = DoOAuth;
            [DO.DigitalOceanOAuth]
            static partial class DropletDeck;
            """,
            """
            using DO = DoOAuth;
            [DO.DigitalOceanOAuth]
            [DO.DigitalOceanScope(DO.Scopes.Droplet.Read)]
            static partial class DropletDeck;
            """
        },
        {
            """
            using DoOAuth;

            namespace Deck
            {
                static class Scopes;

                [DigitalOceanOAuth]
                static partial class DropletDeck;
            }
            """,
            """
            using DoOAuth;

            namespace Deck
            {
                static class Scopes;

                [DigitalOceanOAuth]
                [DigitalOceanScope(DoOAuth.Scopes.Droplet.Read)]
                static partial class DropletDeck;
            }
            """
        },

        // Several parts: the one that has the scopes.
        {
            """
            using DoOAuth;

            static partial class DropletDeck { }

            [DigitalOceanOAuth]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Account.Read)]
            static partial class DropletDeck { }
            """,
            """
            using DoOAuth;

            static partial class DropletDeck { }

            [DigitalOceanOAuth]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Account.Read)]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            static partial class DropletDeck { }
            """
        },
        {
            """
            using DoOAuth;

            [DigitalOceanScope(Scopes.Account.Read)]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Image.Read)]
            [DigitalOceanOAuth]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Sizes.Read)]
            static partial class DropletDeck { }
            """,
            """
            using DoOAuth;

            [DigitalOceanScope(Scopes.Account.Read)]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Image.Read)]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            [DigitalOceanOAuth]
            static partial class DropletDeck { }

            [DigitalOceanScope(Scopes.Sizes.Read)]
            static partial class DropletDeck { }
            """
        },
    };
}
