using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>Names and values that code which is written carelessly would trip over.</summary>
internal static class OddShapes
{
    public static readonly Shape Keywords = new("Keywords", """
        using DoOAuth;

        namespace @namespace.@event;

        internal partial class @struct
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            internal static partial class @class;

            [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6", GuardPrefix = "In")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            internal partial class @record
            {
            }
        }
        """);

    public static readonly Shape OddCharacters = new("OddCharacters", """"
        using DoOAuth;

        namespace Größe;

        [DigitalOceanOAuth(
            LoginPath = "/a\"b\\c{d}\n\t\u0001",
            CallbackPath = """/</summary>"/**/""",
            LogoutPath = "/%20/é/\U0001F600",
            DisconnectPath = "/\u2028\u0085",
            UserPath = "/\ud800",
            Scheme = "My \"scheme\" {0} \\ <b>&",
            ConfigurationSection = "A<b>&\"C:D\r\n",
            GuardPrefix = "My @ 1-")]
        [DigitalOceanScope("x\"y\\z:{read}\n</c>")]
        [DigitalOceanScope("droplet:read")]
        [DigitalOceanScope("")]
        [DigitalOceanScope(null!)]
        [DigitalOceanScope("::")]
        internal static partial class Straße;
        """")
    {
        HasOpenApi = true,
    };

    // Were a name in emitted code not looked up from global::, one of these would be found instead.
    public static readonly Shape ShadowedNames = new Shape("ShadowedNames", """
        using DoOAuth;

        namespace Acme.Cloud;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck;
        """)
        .With("Shadows.cs", """
        namespace Acme
        {
            internal static class System;
            internal static class Microsoft;
            internal static class DoOAuth;
            internal static class Acme;
            internal static class String;
        }

        namespace Acme.Cloud
        {
            internal static class Task;
            internal static class TBuilder;
            internal static class DigitalOceanApplication;
        }
        """) with
    {
        HasOpenApi = true,
    };

    public static readonly Shape NamedLikeItsMembers = new("NamedLikeItsMembers", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        internal static partial class Client;

        [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6")]
        internal static partial class Links;

        [DigitalOceanOAuth(LoginPath = "/7", CallbackPath = "/8", LogoutPath = "/9", DisconnectPath = "/10", UserPath = "/11")]
        internal static partial class Scheme;

        [DigitalOceanOAuth(LoginPath = "/12", CallbackPath = "/13", LogoutPath = "/14", DisconnectPath = "/15", UserPath = "/16")]
        internal static partial class DigitalOceanApplication;
        """);

    public static readonly Shape DifferOnlyInCapitals = new("DifferOnlyInCapitals", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        internal static partial class Cloud;

        [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6")]
        internal static partial class CLOUD;
        """);

    public static readonly Shape RepeatedScopes = new("RepeatedScopes", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Create)]
        [DigitalOceanScope(Scopes.Image.Read, Optional = true)]
        [DigitalOceanScope("image-read")]
        internal static partial class Repeated;
        """);

    public static readonly Shape ObsoleteClass = new("ObsoleteClass", """
        using System;
        using DoOAuth;

        namespace Acme;

        [Obsolete("Use the other one.")]
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class Former;
        """);

    public static IEnumerable<Shape> All =>
        [Keywords, OddCharacters, ShadowedNames, NamedLikeItsMembers, DifferOnlyInCapitals, RepeatedScopes, ObsoleteClass];
}
