using DoOAuth.Generator.Tests.Harness;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>Classes in several parts, inside others, beside others, and with members of their own.</summary>
internal static class PartShapes
{
    public static readonly Shape NestedInPartialTypes = new("NestedInPartialTypes", """
        using DoOAuth;

        namespace Acme;

        internal partial interface IOuter
        {
            internal readonly partial struct Middle
            {
                internal partial record struct Inner
                {
                    internal sealed partial record Core
                    {
                        [DigitalOceanOAuth]
                        [DigitalOceanScope(Scopes.Vpc.Read)]
                        internal static partial class Networks;
                    }
                }
            }
        }
        """);

    public static readonly Shape AttributeOnOnePart = new Shape("AttributeOnOnePart", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck
        {
        }
        """)
        .With("Hooks.cs", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)]
        static partial class DropletDeck
        {
            private static void ConfigureOptions(DigitalOceanOptions options) => options.SaveTokens = true;
        }
        """);

    public static readonly Shape AttributeOnTwoParts = new Shape("AttributeOnTwoParts", """
        [DoOAuth.DigitalOceanOAuth]
        internal static partial class Twice;
        """)
        .With("Second.cs", """
        [DoOAuth.DigitalOceanOAuth(LoginPath = "/other")]
        [DoOAuth.DigitalOceanScope(DoOAuth.Scopes.Droplet.Read)]
        static partial class Twice;
        """) with
    {
        Errors = ["CS0579 Second.cs"],
    };

    public static readonly Shape SeveralClasses = new Shape("SeveralClasses", """
        using DoOAuth;

        namespace Acme;

        /// <summary>For everybody.</summary>
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class Shop;
        """)
        .With("Admin.cs", """
        using DoOAuth;

        namespace Acme.Back;

        [DigitalOceanOAuth(
            LoginPath = "/admin/login", CallbackPath = "/admin/callback", LogoutPath = "/admin/logout",
            DisconnectPath = "/admin/disconnect", UserPath = "/admin/me", Scheme = "admin", ConfigurationSection = "Admin:DigitalOcean",
            GuardPrefix = "Admin")]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Delete)]
        internal static partial class Office;
        """);

    public static readonly Shape Hooks = new("Hooks", """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using DoOAuth;
        using Microsoft.AspNetCore.Authentication.Cookies;
        using Microsoft.AspNetCore.Http;

        namespace Acme;

        [DigitalOceanOAuth]
        internal partial class AllHooks
        {
            private static void ConfigureOptions(DigitalOceanOptions options) => options.SaveTokens = true;

            protected static void ConfigureCookie(CookieAuthenticationOptions cookie) => cookie.SlidingExpiration = false;

            private static Task<IResult?> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) => Task.FromResult<IResult?>(null);

            private static async Task<IResult> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken)
            {
                await Task.Yield();
                return Results.NoContent();
            }
        }

        [DigitalOceanOAuth(LoginPath = "/2", CallbackPath = "/3", LogoutPath = "/4", DisconnectPath = "/5", UserPath = "/6")]
        internal partial class OtherAnswers
        {
            [Obsolete("Goes away.")]
            private static Task OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) => Task.CompletedTask;

            private static Task OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken) => Task.CompletedTask;
        }

        [DigitalOceanOAuth(LoginPath = "/7", CallbackPath = "/8", LogoutPath = "/9", DisconnectPath = "/10", UserPath = "/11")]
        internal partial class OtherSignatures
        {
            private void ConfigureOptions(DigitalOceanOptions options) => options.SaveTokens = true;

            private static bool ConfigureCookie(CookieAuthenticationOptions cookie) => cookie.SlidingExpiration;

            private static ValueTask OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) => default;

            private static Task OnFailedAsync(DigitalOceanFailure failure) => Task.CompletedTask;

            private static Task<string> OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken) => Task.FromResult("");
        }
        """);

    public static readonly Shape OwnMembers = new("OwnMembers", """
        using System.Threading;
        using System.Threading.Tasks;
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck
        {
            public const int Scheme = 1;

            internal static string LoginPath() => "mine";

            internal sealed partial class Client
            {
                public Task<string> DropletsAsync(CancellationToken cancellationToken) => GetStringAsync("/v2/droplets", cancellationToken);
            }

            static partial class Links
            {
                internal static string Here => User();
            }

            internal partial class DigitalOceanApplication;

            internal partial class Registration;
        }

        internal static class DropletDeckExtensions;
        """);

    public static readonly Shape OwnMembersOfOtherKinds = new("OwnMembersOfOtherKinds", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class DropletDeck
        {
            internal static int Client => 1;

            internal enum Links { None }

            internal static string DigitalOceanApplication => "";
        }
        """);

    public static readonly Shape OwnConstructor = new("OwnConstructor", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        internal static partial class DropletDeck
        {
            public partial class Client(DigitalOceanClientHandler handler) : DigitalOceanClient(handler);
        }
        """);

    // Hiding an inherited member is a warning (CS0108), in emitted code as well.
    public static readonly Shape InheritedMembers = new("InheritedMembers", """
        using DoOAuth;

        namespace Acme;

        internal abstract class Deck
        {
            protected internal string Scheme => "";

            internal static class Client;

            private protected int Links { get; set; }
        }

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal partial class DropletDeck : Deck;
        """);

    public static IEnumerable<Shape> All =>
    [
        NestedInPartialTypes, AttributeOnOnePart, AttributeOnTwoParts, SeveralClasses, Hooks, OwnMembers, OwnMembersOfOtherKinds, OwnConstructor,
        InheritedMembers,
    ];
}
