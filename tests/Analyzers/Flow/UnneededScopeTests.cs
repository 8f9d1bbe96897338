using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO104: a declared scope that nothing needs.</summary>
public sealed class UnneededScopeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/1-clicks\"));")]
    [InlineData("app.MapGet(\"/x\", (HttpClient http) => http.GetStringAsync(\"/v2/account/keys\"));")]
    [InlineData("app.MapGet(\"/x\", (HttpClient http, string path) => http.GetStringAsync(path));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanUser user) => user.HasScope(Scopes.SshKey.Create));")]
    [InlineData("app.MapGet(\"/x\", () => DropletDeck.Links.Login(\"/\"));")]
    [InlineData("app.MapGet(\"/x\", () => \"\").RequireAuthorization();")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client) => { ArgumentNullException.ThrowIfNull(client); return \"\"; });")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanUser user) => string.Join(' ', user.Scopes));")]
    public Task A_scope_that_nothing_needs_is_reported(string statement) => ReportsAsync(
        statement, "[{|DOO104:DigitalOceanScope(Scopes.SshKey.Read)|}]");

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => \"\").RequireSshKeyRead();")]
    [InlineData("app.MapGet(\"/x\", () => \"\").RequireDigitalOceanScope(DropletDeck.Scheme, Scopes.SshKey.Read);")]
    [InlineData("app.MapGet(\"/x\", [RequireScope(Scopes.SshKey.Read)] () => \"\");")]
    [InlineData("app.MapGet(\"/x\", Local); [RequireScope(Scopes.SshKey.Read)] static string Local() => \"\";")]
    [InlineData("app.MapGet(\"/x\", () => \"\").WithMetadata(new RequireScopeAttribute(Scopes.SshKey.Read));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanUser user) => user.HasScope(Scopes.SshKey.Read));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanUser user) => user.Scopes.Contains(\"ssh_key:read\"));")]
    [InlineData("app.MapGet(\"/x\", () => DropletDeck.Links.Login(\"/\", Scopes.SshKey.Read));")]
    [InlineData("app.MapGet(\"/x\", () => DropletDeck.Links.Login(scope: \"ssh_key:read droplet:read\"));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/account/keys\"));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client, bool all) => client.GetStringAsync(all ? \"/v2/account/keys\" : \"/v2/1-clicks\"));")]
    [InlineData("app.MapGet(\"/x\", (HttpClient http) => http.GetStringAsync(\"https://api.digitalocean.com/v2/account/keys\"));")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddPolicy(\"keys\", policy => policy.RequireClaim(\"scope\", Scopes.SshKey.Read));")]
    [InlineData("app.MapGet(\"/x\", (HttpContext context) => context.User.HasClaim(\"scope\", \"ssh_key:read\"));")]
    [InlineData("app.MapGet(\"/x\", (HttpContext context) => context.User.Claims.Any(claim => claim.Value == \"ssh_key:read\"));")]
    [InlineData("Func<RouteHandlerBuilder, RouteHandlerBuilder> guard = DropletDeckExtensions.RequireSshKeyRead; guard(app.MapGet(\"/x\", () => \"\"));")]
    public Task A_scope_that_something_needs_is_not(string statement) => ReportsAsync(
        statement, "[DigitalOceanScope(Scopes.SshKey.Read)]");

    [Theory]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanClient client, string path) => client.GetStringAsync(path));")]
    [InlineData("app.MapGet(\"/x\", (DigitalOceanUser user, string scope) => user.HasScope(scope));")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddPolicy(\"keys\", policy => policy.RequireClaim(\"scope\", args));")]
    [InlineData("app.MapGet(\"/x\", (HttpContext context, string scope) => context.User.HasClaim(claim => claim.Value == scope));")]
    [InlineData("app.MapGet(\"/x\", (string scope) => DropletDeck.Links.Login(\"/\", scope));")]
    [InlineData("app.MapGet(\"/x\", () => \"\").RequireDigitalOceanScope(DropletDeck.Scheme, args[0]);")]
    [InlineData("app.MapGet(\"/x\", async (DigitalOceanClient client) => await new System.Net.WebSockets.ClientWebSocket().ConnectAsync(new Uri(\"wss://example.com\"), client, default));")]
    [InlineData("app.MapGet(\"/x\", async (HttpContext context) => await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.GetTokenAsync(context, DropletDeck.SessionScheme, \"access_token\"));")]
    public Task Where_not_all_can_be_seen_nothing_is_said(string statement) => ReportsAsync(
        statement, "[DigitalOceanScope(Scopes.SshKey.Read)]");

    [Fact]
    public Task What_another_declared_scope_requires_is_needed() => ReportsAsync(
        "app.MapGet(\"/x\", () => \"\").RequireAddonCreate();",
        "[DigitalOceanScope(Scopes.Addon.Create)] [DigitalOceanScope(Scopes.Addon.Read)]");

    [Fact]
    public Task What_another_requires_through_others_is_needed() => ReportsAsync(
        "app.MapGet(\"/x\", () => \"\").RequireBlockStorageCreate();",
        "[DigitalOceanScope(Scopes.BlockStorage.Create)] [DigitalOceanScope(Scopes.BlockStorage.Read)] [DigitalOceanScope(Scopes.Image.Read)] [DigitalOceanScope(Scopes.Regions.Read)]");

    [Fact]
    public Task What_requires_others_is_reported_before_them() => ReportsAsync(
        "", "[{|DOO104:DigitalOceanScope(Scopes.Addon.Create)|}] [DigitalOceanScope(Scopes.Addon.Read)]");

    [Fact]
    public Task Two_that_require_each_other_are_both_too_much() => ReportsAsync(
        "", "[{|DOO104:DigitalOceanScope(Scopes.Droplet.Read)|}] [{|DOO104:DigitalOceanScope(Scopes.Image.Read)|}]");

    [Fact]
    public Task Of_two_that_require_each_other_the_second_is_needed_where_the_first_is() => ReportsAsync(
        "app.MapGet(\"/x\", () => \"\").RequireDropletRead();",
        "[DigitalOceanScope(Scopes.Droplet.Read)] [DigitalOceanScope(Scopes.Image.Read)]");

    [Fact]
    public Task A_broad_scope_is_needed_where_it_covers_what_another_requires() => ReportsAsync(
        "app.MapGet(\"/x\", () => \"\").RequireAddonCreate();",
        "[DigitalOceanScope(Scopes.Addon.Create)] [DigitalOceanScope(\"read\")]");

    [Theory]
    [InlineData("read", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")]
    [InlineData("write", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.DeleteAsync(\"/v2/droplets/1\"));")]
    [InlineData("account:read", "")]
    [InlineData("read", "")]
    [InlineData("no:such", "")]
    public Task Broad_scopes_and_the_accounts_own_are_needed(string scope, string statement) => ReportsAsync(statement, $"[DigitalOceanScope(\"{scope}\")]");

    [Fact]
    public Task The_class_and_the_attribute_are_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "No guard and no call needs 'ssh_key:read', so 'DropletDeck' asks its users for too much. Remove [DigitalOceanScope(Scopes.SshKey.Read, Optional = true)].",
        Program("", "[{|#0:DigitalOceanScope(Scopes.SshKey.Read, Optional = true)|}]"),
        "DOO104");

    [Fact]
    public Task A_public_class_of_a_library_is_left_to_its_apps() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(
        """
        using DoOAuth;

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.SshKey.Read)]
        public static partial class DropletDeck;
        """);

    [Fact]
    public Task An_internal_class_of_a_library_is_not() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(
        """
        using DoOAuth;

        [DigitalOceanOAuth]
        [{|DOO104:DigitalOceanScope(Scopes.SshKey.Read)|}]
        internal static partial class DropletDeck;
        """);

    [Fact]
    public Task Attributes_on_controllers_count() => ReportsAsync(
        "",
        "[DigitalOceanScope(Scopes.SshKey.Read)] [DigitalOceanScope(Scopes.Domain.Read)]",
        "[RequireScope(Scopes.SshKey.Read)] public class KeysController { [RequireScope(Scopes.Domain.Read)] public string Get() => \"\"; }");

    private static Task ReportsAsync(string statement, string scopes, string declarations = "") =>
        Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Program(statement, scopes, declarations));

    private static string Program(string statement, string scopes, string declarations = "") => $$"""
        using System.Net.Http;
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        #pragma warning disable DOO102, DOO103 // this test looks at the declarations
        {{statement}}
        #pragma warning restore DOO102, DOO103
        app.Run();

        {{declarations}}

        [DigitalOceanOAuth]
        {{scopes}}
        public static partial class DropletDeck;
        """;
}
