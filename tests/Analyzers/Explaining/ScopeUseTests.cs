using DoOAuth.Analyzers.Tests.Libraries;

namespace DoOAuth.Analyzers.Tests.Explaining;

/// <summary>Why each scope is declared, as the program reads it when it runs and as the file for reviews says it.</summary>
public sealed class ScopeUseTests
{
    private const string Start = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapDropletDeck();
        """;

    private const string Deck = """
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)]
        public static partial class DropletDeck;
        """;

    [Fact]
    public Task A_call_of_an_endpoint() => ExplainsAsync(
        """
        app.MapGet("/droplets", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets")).RequireDropletRead();
        app.MapDelete("/droplets/{id:int}", Delete).RequireDropletDelete();
        app.Run();

        static Task<HttpResponseMessage> Delete(int id, DigitalOceanClient client) => client.DeleteAsync($"/v2/droplets/{id}");
        """,
        """
        droplet:delete?: DELETE /droplets/{id:int} | DELETE /v2/droplets/{droplet_id} | - | Delete | Program.cs, line 9 | -
        droplet:read: GET /droplets | GET /v2/droplets | - | - | Program.cs, line 5 | -
        """,
        """
        DropletDeck
          droplet:delete (optional)
            DELETE /droplets/{id:int} calls DELETE /v2/droplets/{droplet_id}
          droplet:read
            GET /droplets calls GET /v2/droplets
        """);

    [Fact]
    public Task Calls_through_a_service_of_several_endpoints() => ExplainsAsync(
        """
        var api = app.MapGroup("/api");
        api.MapGet("/droplets", (Droplets droplets) => droplets.ListAsync()).RequireDropletRead();
        api.MapGet("/count", async (Droplets droplets) => (await droplets.ListAsync()).Length).RequireDropletRead();
        api.MapPost("/clear", async (Droplets droplets, DigitalOceanUser user) => { if (user.HasScope(Scopes.Droplet.Delete)) { await droplets.ClearAsync(); } }).RequireDropletRead();
        app.Run();

        sealed class Droplets(Sender sender)
        {
            public Task<string> ListAsync() => sender.SendAsync("droplets");
            public async Task ClearAsync() { await ListAsync(); await sender.Client.DeleteAsync("/v2/droplets?tag_name=old"); }
        }

        sealed class Sender(DigitalOceanClient client)
        {
            public DigitalOceanClient Client => client;
            public Task<string> SendAsync(string kind) => client.GetStringAsync("/v2/" + kind);
        }
        """,
        """
        droplet:delete?: POST /api/clear | DELETE /v2/droplets | - | Droplets.ClearAsync | Program.cs, line 14 | -
        droplet:read: POST /api/clear | GET /v2/droplets | - | Droplets.ClearAsync → Droplets.ListAsync → Sender.SendAsync | Program.cs, line 13 | -
        droplet:read: GET /api/count | GET /v2/droplets | - | Droplets.ListAsync → Sender.SendAsync | Program.cs, line 13 | -
        droplet:read: GET /api/droplets | GET /v2/droplets | - | Droplets.ListAsync → Sender.SendAsync | Program.cs, line 13 | -
        """,
        """
        DropletDeck
          droplet:delete (optional)
            POST /api/clear calls DELETE /v2/droplets
          droplet:read
            POST /api/clear calls GET /v2/droplets
            GET /api/count calls GET /v2/droplets
            GET /api/droplets calls GET /v2/droplets
        """);

    [Fact]
    public Task A_call_outside_of_endpoints_beside_the_same_of_an_endpoint() => ExplainsAsync(
        """
        app.MapGet("/droplets", (DigitalOceanClient client) => Api.ListAsync(client)).RequireDropletRead();
        app.Run();

        sealed class PriceJob(DigitalOceanClient client) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await Api.ListAsync(client);
        }

        static class Api { public static Task<string> ListAsync(DigitalOceanClient client) => client.GetStringAsync("/v2/droplets"); }
        """,
        """
        droplet:delete?: - | - | - | - | - | no use was found in this project
        droplet:read: GET /droplets | GET /v2/droplets | - | Api.ListAsync | Program.cs, line 13 | -
        droplet:read: - | GET /v2/droplets | PriceJob.ExecuteAsync | PriceJob.ExecuteAsync → Api.ListAsync | Program.cs, line 13 | -
        """,
        """
        DropletDeck
          droplet:delete (optional)
            no use was found in this project
          droplet:read
            GET /droplets calls GET /v2/droplets
            PriceJob.ExecuteAsync calls GET /v2/droplets
        """);

    [Fact]
    public Task Guards_checks_and_what_else_a_scope_is_declared_for() => ExplainsAsync(
        """
        app.MapGet("/a", () => "a").RequireDropletRead();
        app.MapGet("/b", (DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Delete));
        app.MapGet("/c", [RequireScope(Scopes.Droplet.Read)] () => "c");
        app.Run();

        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.Image.Read)]
        public static partial class DropletDeck;
        """,
        """
        account:read: - | - | - | - | - | sign-in may use it to find out who the user is
        droplet:delete?: - | - | - | - | - | a guard, a check or a link names it
        droplet:read: GET /a | - | - | - | Program.cs, line 5 | -
        droplet:read: GET /c | - | - | - | Program.cs, line 7 | -
        image:read: - | - | - | - | - | DigitalOcean requires it in addition to droplet:read
        """,
        """
        DropletDeck
          account:read
            sign-in may use it to find out who the user is
          droplet:delete (optional)
            a guard, a check or a link names it
          droplet:read
            GET /a is guarded
            GET /c is guarded
          image:read
            DigitalOcean requires it in addition to droplet:read
        """);

    [Fact]
    public Task A_call_through_a_library()
    {
        var core = LibraryProject.Emit("Core", """
            using DoOAuth;
            public sealed class Droplets(DigitalOceanClient client)
            {
                public Task<string> ListAsync() => Sender.SendAsync(client, "droplets");
                public Task<string> KeysAsync() => Sender.SendAsync(client, "account/keys");
            }
            internal static class Sender { public static Task<string> SendAsync(DigitalOceanClient client, string kind) => client.GetStringAsync("/v2/" + kind); }
            """);
        return ExplainsAsync(
            """
            app.MapGet("/droplets", (Page page) => page.ShowAsync()).RequireDropletRead();
            app.Run();

            sealed class Page(Droplets droplets) { public Task<string> ShowAsync() => droplets.ListAsync(); }
            """,
            """
            droplet:delete?: - | - | - | - | - | no use was found in this project
            droplet:read: GET /droplets | GET /v2/droplets | - | Page.ShowAsync → Droplets.ListAsync → Sender.SendAsync | Core | -
            """,
            """
            DropletDeck
              droplet:delete (optional)
                no use was found in this project
              droplet:read
                GET /droplets calls GET /v2/droplets
            """,
            core);
    }

    [Fact]
    public Task A_broad_scope_and_an_operation_that_is_not_certain() => ExplainsAsync(
        """
        app.MapGet("/{kind}", (string kind, DigitalOceanClient client) => client.GetStringAsync($"/v2/droplets/1/{kind}"));
        app.MapGet("/keys", (DigitalOceanClient client) => client.GetStringAsync("/v2/account/keys"));
        app.Run();

        [DigitalOceanScope("read")]
        public static partial class DropletDeck;
        """,
        """
        droplet:delete?: GET /{kind} | GET /v2/droplets/1/{…} | - | - | Program.cs, line 5 | -
        droplet:read: GET /{kind} | GET /v2/droplets/1/{…} | - | - | Program.cs, line 5 | -
        read: GET /keys | GET /v2/account/keys | - | - | Program.cs, line 6 | -
        read: GET /{kind} | GET /v2/droplets/1/{…} | - | - | Program.cs, line 5 | -
        """,
        """
        DropletDeck
          droplet:delete (optional)
            GET /{kind} calls GET /v2/droplets/1/{…}
          droplet:read
            GET /{kind} calls GET /v2/droplets/1/{…}
          read
            GET /keys calls GET /v2/account/keys
            GET /{kind} calls GET /v2/droplets/1/{…}
        """);

    [Fact]
    public async Task Several_classes_and_one_of_another_project()
    {
        var other = LibraryProject.Emit("Other", "using DoOAuth;\n[DigitalOceanOAuth]\n[DigitalOceanScope(Scopes.Vpc.Read)]\npublic static partial class Elsewhere;");
        var project = new ExplainedProject("""
            namespace Acme;

            public sealed class Jobs(Second.Client second, First.Client first)
            {
                public Task OneAsync() => first.GetAsync("/v2/droplets");
                public Task TwoAsync() => second.GetAsync("/v2/droplets");
            }

            [DigitalOceanOAuth(LoginPath = "/second/login", CallbackPath = "/second/callback", LogoutPath = "/second/logout", DisconnectPath = "/second/off", UserPath = "/second/me", GuardPrefix = "Second")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            public static partial class Second;
            public static partial class Outer
            {
                [DigitalOceanOAuth]
                [DigitalOceanScope(Scopes.Vpc.Read)]
                public static partial class Inner;
            }
            [DigitalOceanOAuth(LoginPath = "/first/login", CallbackPath = "/first/callback", LogoutPath = "/first/logout", DisconnectPath = "/first/off", UserPath = "/first/me", GuardPrefix = "First")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            public static partial class First;
            """) { Libraries = [other] };
        Assert.Equal(
            """
            Acme.First
              droplet:read
                Jobs.OneAsync calls GET /v2/droplets

            Acme.Outer.Inner
              vpc:read
                no use was found in this project

            Acme.Second
              droplet:read
                Jobs.TwoAsync calls GET /v2/droplets
            """,
            await project.TextAsync());
        Assert.Equal(["droplet:read: - | GET /v2/droplets | Jobs.OneAsync | Jobs.OneAsync | Program.cs, line 5 | -"], project.Rows("Acme.First"));
        Assert.Equal(["vpc:read: - | - | - | - | - | no use was found in this project"], project.Rows("Acme.Outer+Inner"));
    }

    private static async Task ExplainsAsync(string program, string rows, string text, params Microsoft.CodeAnalysis.MetadataReference[] libraries)
    {
        var project = new ExplainedProject($"{Start}\n{program}", Deck) { Libraries = [.. libraries] };
        Assert.True(rows == string.Join('\n', project.Rows()), string.Join('\n', project.Rows()));
        Assert.Equal(text, await project.TextAsync());
    }
}
