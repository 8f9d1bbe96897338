using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 and DOO104 with two annotated classes: a scope counts where the guard or the client belongs to the class.</summary>
public sealed class SeveralApplicationsTests
{
    [Theory]
    [InlineData("app.MapGet(\"/x\", (Shop.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireDropletRead();")]
    [InlineData("app.MapGet(\"/x\", (Office.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireOfficeDropletRead();")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")).RequireOfficeDropletRead();")]
    [InlineData("app.MapGet(\"/x\", (Office.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireDigitalOceanScope(Office.Scheme, Scopes.Droplet.Read);")]
    [InlineData("app.MapGet(\"/x\", [RequireScope(Scopes.Droplet.Read, Scheme = Office.Scheme)] (Office.Client client) => client.GetStringAsync(\"/v2/droplets\"));")]
    [InlineData("app.MapGet(\"/x\", (Office.Client client) => Calls.Read(client)).RequireOfficeDropletRead();")]
    [InlineData("app.MapGet(\"/x\", (Office.Client client) => client.Once()).RequireOfficeDropletRead();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (Shop.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireOfficeDropletRead();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (Office.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireDropletRead();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (Office.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireDigitalOceanScope(Shop.Scheme, Scopes.Droplet.Read);")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", [RequireScope(Scopes.Droplet.Read, Scheme = Shop.Scheme)] (Office.Client client) => client.GetStringAsync(\"/v2/droplets\"));")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (Office.Client client) => Calls.Read(client)).RequireDropletRead();")]
    [InlineData("app.{|DOO103:MapGet|}(\"/x\", (Office.Client client) => client.Once()).RequireDropletRead();")]
    public Task The_guard_has_to_be_of_the_clients_class(string statement) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Program(statement), Usings);

    [Fact]
    public Task The_guard_of_the_clients_class_is_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "GET /x calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add .RequireOfficeDropletRead().",
        Usings.Replace("global ", "", StringComparison.Ordinal) + "\n" + Program("app.{|#0:MapGet|}(\"/x\", (Office.Client client) => client.GetStringAsync(\"/v2/droplets\")).RequireDropletRead();"),
        "DOO103");

    [Fact]
    public Task Where_nobody_says_which_either_guard_is_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "GET /x calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add .RequireOfficeDropletRead() or .RequireDropletRead().",
        Usings.Replace("global ", "", StringComparison.Ordinal) + "\n" + Program("app.{|#0:MapGet|}(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));"),
        "DOO103");

    [Fact]
    public Task Each_class_needs_what_its_own_guards_and_clients_need() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddShop();
        builder.AddOffice();
        var app = builder.Build();
        app.MapGet("/x", (Shop.Client client) => client.GetStringAsync("/v2/account/keys")).RequireSshKeyRead();
        app.Run();

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.SshKey.Read)]
        public static partial class Shop;

        [DigitalOceanOAuth(GuardPrefix = "Office")]
        [{|DOO104:DigitalOceanScope(Scopes.SshKey.Read)|}]
        public static partial class Office;
        """,
        Usings);

    private const string Usings = "global using DoOAuth;";

    private static string Program(string statement) => $$"""
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{statement}}
        app.Run();

        static class Calls
        {
            public static Task<string> Read(this DigitalOceanClient client) => client.GetStringAsync("/v2/droplets");
            public static Task<string> Once(this DigitalOceanClient client) => Twice(client);
            private static Task<string> Twice(DigitalOceanClient client) => Read(client);
        }

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class Shop { public static bool Uses(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read); }

        [DigitalOceanOAuth(GuardPrefix = "Office")]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class Office;
        """;
}
