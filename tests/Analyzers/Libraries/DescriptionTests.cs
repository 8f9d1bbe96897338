namespace DoOAuth.Analyzers.Tests.Libraries;

/// <summary>What a library's build says of the library's calls.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void A_call_is_described_by_the_members_that_others_name() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:IDroplets.ListAsync", "GET", "/v2/droplets", Through = "Sender.SendAsync")]
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Public.ListAsync", "GET", "/v2/droplets", Through = "Hidden → Droplets.ListAsync → Sender.SendAsync")]
        """,
        """
        public interface IDroplets { Task<string> ListAsync(); }

        internal sealed class Droplets(DigitalOceanClient client) : IDroplets { public Task<string> ListAsync() => Sender.SendAsync(client, "droplets"); }

        internal static class Sender { public static Task<string> SendAsync(DigitalOceanClient client, string kind) => client.GetStringAsync("/v2/" + kind); }

        public sealed class Public
        {
            private readonly Droplets _droplets;

            internal Public(Droplets droplets) => _droplets = droplets;

            public Task<string> ListAsync() => Hidden();

            private Task<string> Hidden() => _droplets.ListAsync();
        }
        """);

    [Fact]
    public void What_callers_pass_stays_open() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Api.SendAsync(System.Net.Http.HttpClient,System.Net.Http.HttpMethod,System.String)", "{1}", "/v2/{2}", Client = "{0}")]
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Api.TagAsync(DoOAuth.DigitalOceanClient,System.String,System.Int32)", "GET", "/v2/{1}/{#}/actions?tag={{x}}&page={}")]
        """,
        """
        public static class Api
        {
            public static Task TagAsync(DigitalOceanClient client, string kind, int id) => client.GetAsync($"/v2/{kind}/{id}/actions?tag={{x}}&page={DateTime.Now}");

            public static Task SendAsync(HttpClient client, HttpMethod method, string kind) => client.SendAsync(new HttpRequestMessage(method, $"/v2/{kind}"));
        }
        """);

    [Fact]
    public void A_checked_call_says_so_unless_there_is_another_way_to_it() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Droplets.Both(DoOAuth.DigitalOceanUser)", "GET", "/v2/droplets", Through = "List")]
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Droplets.Checked(DoOAuth.DigitalOceanUser)", "GET", "/v2/droplets", Through = "List", IsChecked = true)]
        """,
        """
        public sealed class Droplets(DigitalOceanClient client)
        {
            public Task Checked(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read) ? List() : Task.CompletedTask;

            public Task Both(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read) ? List() : List();

            private Task List() => client.GetAsync("/v2/droplets");
        }
        """, scopes: "droplet:read");

    [Fact]
    public void The_way_leads_through_three_libraries()
    {
        var lowest = LibraryProject.Emit("Lowest", "using DoOAuth; public sealed class Low(DigitalOceanClient client) { public Task AllAsync() => client.GetAsync(\"/v2/vpcs\"); }");
        var middle = LibraryProject.Emit("Middle", "public sealed class Mid(Low low) { public Task AllAsync() => low.AllAsync(); }", lowest);
        Assert.Equal(
            """[assembly: global::DoOAuth.DigitalOceanLibraryCall("M:High.AllAsync", "GET", "/v2/vpcs", Through = "Mid.AllAsync → Low.AllAsync")]""",
            Assert.Single(LibraryProject.Describe("public sealed class High(Mid mid) { public Task AllAsync() => mid.AllAsync(); }", lowest, middle), line => line.Contains("High", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_way_to_what_others_implement_is_described() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryEdge("M:Job.RunAsync", "M:Job.StepAsync", IsOnThis = true)]
        [assembly: global::DoOAuth.DigitalOceanLibraryEdge("M:Loop.RunAsync(IBus)", "T:Ping")]
        """,
        """
        public abstract class Job { public Task RunAsync() => StepAsync(); protected abstract Task StepAsync(); }

        public sealed record Ping;

        internal interface IHidden { Task RunAsync(); }

        public sealed class Loop { public Task RunAsync(IBus bus) => bus.Send(new Ping()); internal static Task Other(IHidden hidden) => hidden.RunAsync(); }

        internal static class Extensions { public static Task Send(this IBus bus, object message) => Task.CompletedTask; }

        public interface IBus;
        """);

    [Fact]
    public void Addresses_and_requests_that_members_return_are_described() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryValue("F:Routes.Firewalls", "", "/v2/firewalls")]
        [assembly: global::DoOAuth.DigitalOceanLibraryValue("M:Routes.Create(System.String)", "POST", "/v2/{0}")]
        [assembly: global::DoOAuth.DigitalOceanLibraryValue("M:Routes.Of(System.String,System.Nullable{System.Int32})", "", "/v2/{0}")]
        [assembly: global::DoOAuth.DigitalOceanLibraryValue("M:Routes.Of(System.String,System.Nullable{System.Int32})", "", "/v2/{0}/{#}")]
        """,
        """
        public static class Routes
        {
            public const string Constant = "/v2/droplets";

            public static readonly string Firewalls = "/v2/firewalls";

            internal static string Hidden => "/v2/volumes";

            public static string Other => "/api/volumes";

            public static string Of(string kind, int? id) => id is { } one ? $"/v2/{kind}/{one}" : $"/v2/{kind}";

            public static HttpRequestMessage Create(string kind) => new(HttpMethod.Post, $"/v2/{kind}");
        }
        """);

    [Fact]
    public void Endpoints_are_described_by_the_method_that_maps_them() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Endpoints.MapVpcs(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)", "GET", "/v2/vpcs")]
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Endpoints.MapVpcs(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder) GET /vpcs", "GET", "/v2/vpcs", Through = "ListAsync")]
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Endpoints.MapVpcs(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder) GET /vpcs/guarded", "GET", "/v2/vpcs", IsChecked = true)]
        """,
        """
        public static class Endpoints
        {
            public static void MapVpcs(this IEndpointRouteBuilder app)
            {
                var group = app.MapGroup("/vpcs");
                group.MapGet("/", ListAsync);
                group.MapGet("/guarded", [RequireScope(Scopes.Vpc.Read)] (DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs"));
                group.MapGet("/none", () => "");
            }

            private static Task<string> ListAsync(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");
        }
        """, scopes: "vpc:read");

    [Fact]
    public void A_client_of_one_class_is_named() => Assert.Contains(
        """[assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Service.AllAsync", "GET", "/v2/vpcs", Client = "T:Deck")]""",
        LibraryProject.Describe("""
            using DoOAuth;

            public sealed class Service(Deck.Client client) { public Task AllAsync() => client.GetAsync("/v2/vpcs"); }

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Vpc.Read)]
            public partial class Deck;
            """));

    [Fact]
    public void A_program_is_not_described() => Assert.Empty(LibraryProject.Describe("await new DoOAuth.DigitalOceanClient(null!).GetAsync(\"/v2/vpcs\");"));

    [Fact]
    public void Scopes_that_a_library_asks_for_are_named() => Assert.Equal(
        "[assembly: global::DoOAuth.DigitalOceanLibrary(1, Scopes = \"droplet:read image:read\")]",
        LibraryProject.Describe("""
            using DoOAuth;

            public static class Checks
            {
                public static bool MayList(DigitalOceanUser user) => user.HasScope(Scopes.Image.Read) && user.HasScope(Scopes.Droplet.Read);
            }
            """)[0]);

    [Fact]
    public void What_a_caller_decides_after_a_check_counts_as_checked() => Describes(
        """
        [assembly: global::DoOAuth.DigitalOceanLibraryCall("M:Api.GetAsync(DoOAuth.DigitalOceanUser,System.String)", "GET", "{1}", IsChecked = true)]
        """,
        """
        public sealed class Api(DigitalOceanClient client)
        {
            public Task GetAsync(DigitalOceanUser user, string path)
            {
                if (!user.HasScope("droplet:read"))
                {
                    throw new InvalidOperationException();
                }

                return client.GetAsync(path);
            }
        }
        """, scopes: "droplet:read");

    [Theory]
    [InlineData("public class A(IHttpClientFactory clients) { public Task AllAsync() => clients.CreateClient(\"other\").GetAsync(\"/v2/droplets\"); }")]
    [InlineData("public class A(HttpClient client) { public Task AllAsync() => client.GetAsync(\"https://api.digitalocean.com/v2/\" + Environment.MachineName); }")]
    [InlineData("public class A(DigitalOceanClient client) { public Func<string, Task> Getter => GetAsync; private Task GetAsync(string path) => client.GetAsync(path); }")]
    [InlineData("public class A { public bool Ask(DigitalOceanUser user) => user.HasScope(Environment.MachineName); }")]
    [InlineData("public class A(DigitalOceanClient client) { public Task AllAsync() => Other.Library(client); }\nstatic class Other { public static Task Library(HttpClient client) => client.GetAsync(Environment.MachineName); }")]
    public void What_cannot_be_read_is_said(string source) => Assert.Equal(
        "[assembly: global::DoOAuth.DigitalOceanLibrary(1, HasUnknownCalls = true)]", LibraryProject.Describe("using DoOAuth;\n" + source)[0]);

    private static void Describes(string expected, string source, string? scopes = null)
    {
        var lines = LibraryProject.Describe("using DoOAuth;\n\n" + source);
        Assert.Equal(scopes is null ? "[assembly: global::DoOAuth.DigitalOceanLibrary(1)]" : $"[assembly: global::DoOAuth.DigitalOceanLibrary(1, Scopes = \"{scopes}\")]", lines[0]);
        Assert.Equal(expected, string.Join('\n', lines.Skip(1)));
    }
}
