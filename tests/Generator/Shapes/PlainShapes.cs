using DoOAuth.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Generator.Tests.Shapes;

/// <summary>The ways in which most people will write an annotated class.</summary>
internal static class PlainShapes
{
    /// <summary>The class of the README.</summary>
    public static readonly Shape StaticClass = new("StaticClass", """
        using DoOAuth;

        namespace Acme;

        /// <summary>Droplets at DigitalOcean.</summary>
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
        public static partial class DropletDeck;
        """);

    /// <summary>A whole app in one file, the class behind its statements.</summary>
    public static readonly Shape Program = new Shape("Program", """
        using DoOAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapDropletDeck().Login.WithSummary("Sign in");
        app.MapGroup("/droplets").RequireDropletRead().MapGet("/", Droplets.List);
        app.MapPost("/droplets", Droplets.Create).RequireDropletCreate().WithName("create");
        app.MapGet("/in", () => Results.Redirect(DropletDeck.Links.Login("/droplets", Scopes.Droplet.Create)));
        await app.RunAsync();

        /// <summary>Droplets at DigitalOcean.</summary>
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
        public static partial class DropletDeck;
        """)
        .With("Droplets.cs", """
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using DoOAuth;

        internal static class Droplets
        {
            internal static Task<JsonElement> List(DigitalOceanClient digitalOcean, CancellationToken cancel) =>
                digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel);

            [RequireScope(Scopes.Droplet.Create, Scheme = DropletDeck.Scheme)]
            internal static Task Create(DropletDeck.Client digitalOcean, CancellationToken cancel) =>
                digitalOcean.PostAsync("/v2/droplets", null, cancel);
        }
        """) with
    {
        IsProgram = true,
    };

    public static readonly Shape Aliases = new Shape("Aliases", """
        namespace Acme;

        [OAuth]
        [Scope(DoOAuth.Scopes.Droplet.Read)]
        internal static partial class Renamed;
        """)
        .With("Usings.cs", """
        global using OAuth = DoOAuth.DigitalOceanOAuthAttribute;
        global using ScopeAttribute = DoOAuth.DigitalOceanScopeAttribute;
        """);

    public static readonly Shape InstanceClass = new("InstanceClass", """
        using DoOAuth;

        namespace Acme;

        /// <summary>Has state of its own.</summary>
        [DigitalOceanOAuth(UserPath = "/user")]
        [DigitalOceanScope(Scopes.BlockStorage.Read)]
        public partial class VolumeDesk
        {
            /// <summary>State.</summary>
            public int Count { get; set; }
        }
        """);

    public static readonly Shape RecordClass = new("RecordClass", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Read)]
        internal sealed partial record Ledger(int Page);
        """);

    public static readonly Shape InternalClass = new("InternalClass", """
        using DoOAuth;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Domain.Read)]
        static partial class Zones;
        """);

    public static readonly Shape NoNamespace = new("NoNamespace", """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Write)]
        internal static partial class App;
        """);

    public static readonly Shape BlockNamespaces = new("BlockNamespaces", """
        namespace Acme
        {
            namespace Web.Cloud
            {
                using DoOAuth;

                [DigitalOceanOAuth]
                [DigitalOceanScope(Scopes.Image.Read)]
                internal static partial class Pictures
                {
                }
            }
        }
        """);

    public static readonly Shape NoScopes = new("NoScopes", """
        [DoOAuth.DigitalOceanOAuth]
        internal static partial class Nothing;
        """);

    // The compiler asks for doc comments, and finds them missing on nothing but the user's own line.
    public static readonly Shape Undocumented = new("Undocumented", """
        [DoOAuth.DigitalOceanOAuth]
        [DoOAuth.DigitalOceanScope("droplet:read")]
        public static partial class Bare;
        """)
    {
        Errors = ["CS1591 App.cs"],
    };

    public static readonly Shape Language12 = StaticClass with { Name = "Language12", Language = LanguageVersion.CSharp12 };

    public static readonly Shape NullableOff = new("NullableOff", """
        using System.Threading;
        using System.Threading.Tasks;
        using DoOAuth;
        using Microsoft.AspNetCore.Http;

        namespace Acme;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        internal static partial class OldProject
        {
            private static Task<IResult> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) => Task.FromResult<IResult>(null);

            private static Task OnFailedAsync(DigitalOceanFailure failure, CancellationToken cancellationToken) => Task.CompletedTask;
        }
        """)
    {
        Nullable = NullableContextOptions.Disable,
    };

    public static readonly Shape OpenApi = StaticClass with { Name = "OpenApi", HasOpenApi = true };

    public static readonly Shape OpenApiInLanguage12 = StaticClass with { Name = "OpenApiInLanguage12", HasOpenApi = true, Language = LanguageVersion.CSharp12 };

    public static IEnumerable<Shape> All =>
    [
        StaticClass, Program, Aliases, InstanceClass, RecordClass, InternalClass, NoNamespace, BlockNamespaces, NoScopes, Undocumented, Language12,
        NullableOff, OpenApi, OpenApiInLanguage12,
    ];
}
