using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>
/// Classes in error. Each is used as if it were right, so that <see cref="Shape.Errors"/> shows how much an editor would
/// say beside what an analyzer says.
/// </summary>
internal static class WrongShapes
{
    private const string Usings = """
        using DoOAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Hosting;


        """;

    private const string Use = """


        internal static class Program
        {
            internal static void Use(IHostApplicationBuilder builder, IEndpointRouteBuilder app, RouteGroupBuilder group)
            {
                builder.AddDropletDeck();
                app.MapDropletDeck();
                group.RequireDropletRead();
            }
        }
        """;

    // No error of a declaration, which would keep the rules from speaking: DOO001 says what is wrong.
    public static readonly Shape NotPartial = new("NotPartial", Usings + """
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static class DropletDeck
        {
            private static void ConfigureOptions(DigitalOceanOptions options) => options.SaveTokens = true;
        }

        internal static class Members
        {
            internal static string Used => DropletDeck.Scheme + DropletDeck.Links.Login() + typeof(DropletDeck.Client);
        }
        """ + Use)
    {
        Errors = ["CS0117 App.cs", "CS0117 App.cs", "CS0426 App.cs"],
    };

    public static readonly Shape NestedInNotPartial = new("NestedInNotPartial", Usings + """
        internal static class Outer
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            internal static partial class DropletDeck;
        }
        """ + Use)
    {
        Errors = [],
    };

    public static readonly Shape Generic = new("Generic", Usings + """
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck<T, @in>
            where T : class;

        internal static class Members
        {
            internal static string Used => DropletDeck<string, int>.Scheme;
        }
        """ + Use);

    public static readonly Shape NestedInGeneric = new("NestedInGeneric", Usings + """
        internal static partial class Outer<T>
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            internal static partial class DropletDeck;
        }
        """ + Use);

    public static readonly Shape Private = new("Private", Usings + """
        internal static partial class Outer
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            private static partial class DropletDeck;
        }
        """ + Use);

    public static readonly Shape FileLocal = new("FileLocal", Usings + """
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        file static partial class DropletDeck;
        """ + Use);

    public static readonly Shape UnknownAndRenamedScopes = new("UnknownAndRenamedScopes", Usings + """
        [DigitalOceanOAuth]
        [DigitalOceanScope("droplet:read")]
        [DigitalOceanScope("dropplet:crate")]
        [DigitalOceanScope("byoip_prefix:write")]
        internal static partial class DropletDeck;

        internal static class Guards
        {
            internal static void Use(RouteGroupBuilder group) => group.RequireDroppletCrate().RequireByoipPrefixWrite();
        }
        """ + Use);

    public static readonly Shape BadPaths = new("BadPaths", Usings + """
        [DigitalOceanOAuth(LoginPath = "", CallbackPath = "callback", LogoutPath = "/me", DisconnectPath = null!)]
        [DigitalOceanScope("droplet:read")]
        internal static partial class DropletDeck;
        """ + Use);

    public static readonly Shape SameGuard = new("SameGuard", Usings + """
        [DigitalOceanOAuth]
        [DigitalOceanScope("droplet:read")]
        internal static partial class DropletDeck;

        [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6")]
        [DigitalOceanScope("droplet:read")]
        [DigitalOceanScope("droplet:create")]
        internal static partial class OtherDeck;
        """ + Use);

    public static readonly Shape SameName = new("SameName", Usings + """
        namespace Acme
        {
            [DigitalOceanOAuth]
            [DigitalOceanScope("droplet:read")]
            internal static partial class DropletDeck;

            internal static partial class Outer
            {
                [DigitalOceanOAuth(Scheme = "Other", LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6")]
                [DigitalOceanScope("droplet:create")]
                internal static partial class DropletDeck;
            }
        """ + Use + """

        }
        """);

    public static readonly Shape OnAStruct = new("OnAStruct", """
        using DoOAuth;

        [DigitalOceanOAuth]
        internal partial struct Value;

        [DigitalOceanOAuth]
        internal partial record struct Other;
        """)
    {
        Errors = ["CS0592 App.cs", "CS0592 App.cs"],
    };

    public static readonly Shape WhileTyping = new("WhileTyping", Usings + """
        [DigitalOceanOAuth(LoginPath = )]
        [DigitalOceanScope]
        [DigitalOceanScope(Scopes.)]
        [DigitalOceanScope("droplet:read", Optional = )]
        internal static partial class DropletDeck;
        """ + Use)
    {
        Errors = ["CS1001 App.cs", "CS1525 App.cs", "CS1525 App.cs", "CS7036 App.cs"],
    };

    public static IEnumerable<Shape> All =>
    [
        NotPartial, NestedInNotPartial, Generic, NestedInGeneric, Private, FileLocal, UnknownAndRenamedScopes, BadPaths, SameGuard, SameName, OnAStruct,
        WhileTyping,
    ];
}
