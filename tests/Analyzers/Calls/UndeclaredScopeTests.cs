using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>DOO102: what it says, and where; which declarations count.</summary>
public sealed class UndeclaredScopeTests
{
    private const string Usings = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using DoOAuth;

        """;

    private const string Deck = """

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        public static partial class DropletDeck;

        """;

    [Fact]
    public Task The_report_names_operation_scope_class_and_the_line_that_fixes_it() => SaysAsync(
        "GET /v2/droplets needs the scope 'droplet:read' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare it. Add [DigitalOceanScope(Scopes.Droplet.Read)] to 'DropletDeck'.",
        Deck + """
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync({|#0:"/v2/droplets"|});
        }
        """);

    [Fact]
    public Task Several_missing_scopes_are_named_together() => SaysAsync(
        "GET /v2/sizes needs the scopes 'sizes:read' and 'regions:read' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare them. Add [DigitalOceanScope(Scopes.Sizes.Read)] and [DigitalOceanScope(Scopes.Regions.Read)] to 'DropletDeck'.",
        Deck + """
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync({|#0:"/v2/sizes"|});
        }
        """);

    [Fact]
    public Task Of_several_scopes_only_the_missing_one_is_named() => SaysAsync(
        "GET /v2/sizes needs the scope 'regions:read' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare it. Add [DigitalOceanScope(Scopes.Regions.Read)] to 'DropletDeck'.",
        """
        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Sizes.Read)]
        public static partial class DropletDeck;
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync({|#0:"/v2/sizes"|});
        }
        """);

    [Fact]
    public Task Where_either_scope_will_do_both_are_named() => SaysAsync(
        "POST /v2/domains/{domain_name}/records needs the scope 'domain:create' or 'domain:update' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare either. Add [DigitalOceanScope(Scopes.Domain.Create)] or [DigitalOceanScope(Scopes.Domain.Update)] to 'DropletDeck'.",
        Deck + """
        class Calls
        {
            public Task Add(DigitalOceanClient client, string domain) => client.PostAsync({|#0:$"/v2/domains/{DigitalOceanPath.Segment(domain)}/records"|}, null);
        }
        """);

    [Fact]
    public Task Of_two_classes_neither_is_named_before_the_other() => SaysAsync(
        "GET /v2/droplets needs the scope 'droplet:read' in DigitalOcean's API as of DATE, but neither 'AdminDeck' nor 'DropletDeck' declares it. Add [DigitalOceanScope(Scopes.Droplet.Read)] to the class whose users make this call.",
        Deck + """
        [DigitalOceanOAuth(LoginPath = "/a/login", CallbackPath = "/a/callback", LogoutPath = "/a/logout", DisconnectPath = "/a/disconnect", UserPath = "/a/me")]
        public static partial class AdminDeck;
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync({|#0:"/v2/droplets"|});
        }
        """);

    [Fact]
    public Task The_class_of_the_client_is_the_one_that_must_declare() => SaysAsync(
        "GET /v2/droplets needs the scope 'droplet:read' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare it. Add [DigitalOceanScope(Scopes.Droplet.Read)] to 'DropletDeck'.",
        Deck + """
        [DigitalOceanOAuth(LoginPath = "/a/login", CallbackPath = "/a/callback", LogoutPath = "/a/logout", DisconnectPath = "/a/disconnect", UserPath = "/a/me")]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class AdminDeck;
        class Calls
        {
            public Task List(DropletDeck.Client client) => client.GetAsync({|#0:"/v2/droplets"|});
            public Task ListAll(AdminDeck.Client client) => client.GetAsync("/v2/droplets");
        }
        """);

    [Fact]
    public Task What_every_candidate_needs_is_said_of_all_of_them() => SaysAsync(
        "GET /v2/monitoring/metrics/droplet/load_{…} needs the scope 'monitoring:read' in DigitalOcean's API as of DATE, but 'DropletDeck' does not declare it. Add [DigitalOceanScope(Scopes.Monitoring.Read)] to 'DropletDeck'.",
        Deck + """
        class Calls
        {
            public Task Load(DigitalOceanClient client, int minutes) => client.GetAsync({|#0:$"/v2/monitoring/metrics/droplet/load_{minutes}?host_id=1"|});
        }
        """);

    [Theory]
    [InlineData("Scopes.Droplet.Read")]
    [InlineData("Scopes.Read")]
    [InlineData("Scopes.Write")]
    [InlineData("Scopes.Droplet.Read, Optional = true")]
    [InlineData("\"droplet:read\"")]
    public Task A_declared_scope_covers_the_call(string scope) => ReportsAsync($$"""
        [DigitalOceanOAuth]
        [DigitalOceanScope({{scope}})]
        public static partial class DropletDeck;
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync("/v2/droplets");
        }
        """);

    [Theory]
    [InlineData("Scopes.Domain.Create")]
    [InlineData("Scopes.Domain.Update")]
    public Task Either_of_two_scopes_covers_the_call(string scope) => ReportsAsync($$"""
        [DigitalOceanOAuth]
        [DigitalOceanScope({{scope}})]
        public static partial class DropletDeck;
        class Calls
        {
            public Task Add(DigitalOceanClient client) => client.PostAsync("/v2/domains/example.com/records", null);
        }
        """);

    [Fact]
    public Task Without_an_annotated_class_nobody_could_declare_it() => ReportsAsync("""
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync("/v2/droplets");
        }
        """);

    [Fact]
    public Task An_operation_that_needs_no_scope_is_free_for_all() => ReportsAsync(Deck + """
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync("/v2/1-clicks");
        }
        """);

    [Fact]
    public Task Each_arm_is_reported_for_itself() => ReportsAsync(Deck + """
        class Calls
        {
            public Task List(DigitalOceanClient client, bool all, string? path) =>
                client.GetAsync(all ? {|DOO102:"/v2/droplets"|} : "/v2/account");

            public Task Of(DigitalOceanClient client, string kind) => client.GetAsync(kind switch
            {
                "droplets" => {|DOO102:"/v2/droplets"|},
                "images" => {|DOO102:"/v2/images"|},
                _ => "/v2/account",
            });

            public Task Send(DigitalOceanClient client, bool create) => client.SendAsync(create
                ? {|DOO102:new HttpRequestMessage(HttpMethod.Post, "/v2/droplets")|}
                : new HttpRequestMessage(HttpMethod.Get, "/v2/account"));

            public Task Either(DigitalOceanClient client, bool delete) =>
                client.SendAsync({|DOO102:new HttpRequestMessage(delete ? HttpMethod.Delete : HttpMethod.Get, "/v2/account/keys/1")|});
        }
        """.Replace("{|DOO102:new HttpRequestMessage(delete", "{|DOO102:{|DOO102:new HttpRequestMessage(delete", StringComparison.Ordinal)
        .Replace("\"/v2/account/keys/1\")|}", "\"/v2/account/keys/1\")|}|}", StringComparison.Ordinal));

    [Fact]
    public Task One_place_is_excused_by_a_pragma() => ReportsAsync(Deck + """
        class Calls
        {
            public Task Images(DigitalOceanClient client) => client.GetAsync({|DOO102:"/v2/images"|});
        #pragma warning disable DOO102 // the token is another one
            public Task List(DigitalOceanClient client) => client.GetAsync("/v2/droplets");
        }
        """);

    [Fact]
    public Task The_severity_is_the_projects_to_set() => Rule<ApiUseAnalyzer>.ReportsInProjectWithSettingsAsync(
        "dotnet_diagnostic.DOO102.severity = none",
        Usings + Deck + """
        class Calls
        {
            public Task List(DigitalOceanClient client) => client.GetAsync("/v2/droplets");
        }
        """);

    private static Task ReportsAsync(string source) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Usings + source);

    private static Task SaysAsync(string message, string source) => Rule<ApiUseAnalyzer>.SaysInProjectAsync(message, Usings + source, "DOO102");
}
