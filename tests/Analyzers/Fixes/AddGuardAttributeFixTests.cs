using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Methods and classes that a framework makes endpoints of get their guards as attributes.</summary>
public sealed class AddGuardAttributeFixTests
{
    private const string Deck = """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Tag.Read)]
        public static partial class Deck
        {
            // Both are needed somewhere, so that nothing is said of them.
            public static bool Uses(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read) && user.HasScope(Scopes.Tag.Read);
        }
        """;

    private const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDeck();
        var app = builder.Build();
        app.MapDeck();
        app.MapControllers();
        app.MapRazorPages();
        app.MapHub<Hubs.DropletHub>("/droplets");
        app.Run();
        """;

    private const string Hub = "namespace Hubs { public class DropletHub : Microsoft.AspNetCore.SignalR.Hub; }";

    public static TheoryData<string, string> Layouts => new()
    {
        // After the other attributes.
        {
            """
            using DoOAuth;
            using Microsoft.AspNetCore.Mvc;

            public class DropletsController(DigitalOceanClient client) : ControllerBase
            {
                /// <summary>Lists them.</summary>
                [HttpGet] // All of them.
                public Task<string> {|DOO103:List|}() => client.GetStringAsync("/v2/droplets");

                [HttpGet("one")] public Task<string> {|DOO103:One|}() => client.GetStringAsync("/v2/droplets");
            }
            """,
            """
            using DoOAuth;
            using Microsoft.AspNetCore.Mvc;

            public class DropletsController(DigitalOceanClient client) : ControllerBase
            {
                /// <summary>Lists them.</summary>
                [HttpGet] // All of them.
                [RequireScope(Scopes.Droplet.Read)]
                public Task<string> List() => client.GetStringAsync("/v2/droplets");

                [HttpGet("one")] [RequireScope(Scopes.Droplet.Read)] public Task<string> One() => client.GetStringAsync("/v2/droplets");
            }
            """
        },

        // Without others, without a using, and for two scopes.
        {
            """
            public class DropletsController(DoOAuth.DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                // Both.
                public async Task<string> {|DOO103:{|DOO103:List|}|}() => await client.GetStringAsync("/v2/droplets") + await client.GetStringAsync("/v2/tags");
            }
            """,
            """
            public class DropletsController(DoOAuth.DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                // Both.
                [DoOAuth.RequireScope(DoOAuth.Scopes.Droplet.Read)]
                [DoOAuth.RequireScope(DoOAuth.Scopes.Tag.Read)]
                public async Task<string> List() => await client.GetStringAsync("/v2/droplets") + await client.GetStringAsync("/v2/tags");
            }
            """
        },

        // A page's class, because attributes of its handlers have no effect.
        {
            """
            using DoOAuth;

            namespace Site;

            public class IndexModel(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
            {
                public Task {|DOO103:OnGetAsync|}() => client.GetStringAsync("/v2/droplets");
            }
            """,
            """
            using DoOAuth;

            namespace Site;

            [RequireScope(Scopes.Droplet.Read)]
            public class IndexModel(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
            {
                public Task OnGetAsync() => client.GetStringAsync("/v2/droplets");
            }
            """
        },

        // One of the classes that inherit an action.
        {
            """
            using DoOAuth;

            public abstract class ListController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public Task<string> List() => client.GetStringAsync("/v2/droplets");
            }

            [RequireScope(Scopes.Droplet.Read)]
            public class FirstController(DigitalOceanClient client) : ListController(client);

            public class {|DOO103:SecondController|}(DigitalOceanClient client) : ListController(client);
            """,
            """
            using DoOAuth;

            public abstract class ListController(DigitalOceanClient client) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public Task<string> List() => client.GetStringAsync("/v2/droplets");
            }

            [RequireScope(Scopes.Droplet.Read)]
            public class FirstController(DigitalOceanClient client) : ListController(client);

            [RequireScope(Scopes.Droplet.Read)]
            public class SecondController(DigitalOceanClient client) : ListController(client);
            """
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public Task The_attribute_comes_last_and_as_the_others_do(string before, string after) =>
        new ProjectFix<ApiUseAnalyzer, AddGuardFix>([Program, Hub, before, Deck], [Program, Hub, after, Deck]) { Steps = -2, IsToldAtTheEnd = true }.AssertAsync();

    [Fact]
    public Task With_several_classes_the_attribute_names_the_scheme()
    {
        const string Applications = """
            using DoOAuth;

            namespace Site
            {
                [DigitalOceanOAuth]
                [DigitalOceanScope(Scopes.Droplet.Read)]
                public static partial class Deck;

                [DigitalOceanOAuth(Scheme = "Staff", GuardPrefix = "Staff", LoginPath = "/staff/login", CallbackPath = "/staff/callback", LogoutPath = "/staff/logout", DisconnectPath = "/staff/disconnect", UserPath = "/staff/me", ConfigurationSection = "Staff")]
                [DigitalOceanScope(Scopes.Account.Read)]
                public static partial class StaffDeck { public static bool Uses(DigitalOceanUser user) => user.HasScope(Scopes.Account.Read); }
            }
            """;
        const string Controller = """
            using DoOAuth;
            using Site;

            public class DropletsController(Deck.Client client) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                ATTRIBUTEpublic Task<string> NAME() => client.GetStringAsync("/v2/droplets");
            }
            """;
        const string App = "using Site;\nvar app = WebApplication.Create();\napp.MapControllers();\napp.Run();";
        return new ProjectFix<ApiUseAnalyzer, AddGuardFix>(
            [App, Controller.Replace("ATTRIBUTE", "", StringComparison.Ordinal).Replace("NAME", "{|DOO103:List|}", StringComparison.Ordinal), Applications],
            [App, Controller.Replace("ATTRIBUTE", "[RequireScope(Scopes.Droplet.Read, Scheme = Deck.Scheme)]\n    ", StringComparison.Ordinal).Replace("NAME", "List", StringComparison.Ordinal), Applications])
        {
            Title = "Add [RequireScope(Scopes.Droplet.Read, Scheme = Deck.Scheme)]",
            IsToldAtTheEnd = true,
        }.AssertAsync();
    }
}
