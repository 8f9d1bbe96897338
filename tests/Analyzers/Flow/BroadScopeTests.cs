using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 with broad scopes, alternatives and several scopes for one operation.</summary>
public sealed class BroadScopeTests
{
    [Theory]
    [InlineData("read", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")).RequireRead();")]
    [InlineData("api:read", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")).RequireApiRead();")]
    [InlineData("write", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.DeleteAsync(\"/v2/droplets/1\")).RequireWrite();")]
    [InlineData("api:write", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.DeleteAsync(\"/v2/droplets/1\")).RequireApiWrite();")]
    [InlineData("read", "app.{|DOO103:MapGet|}(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")]
    public Task Broad_guards_cover_what_they_cover_at_DigitalOcean(string scope, string statement) =>
        Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Program(statement, scope));

    [Theory]
    [InlineData("RequireDomainCreate")]
    [InlineData("RequireDomainUpdate")]
    public Task Either_alternative_covers(string guard) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(
        Program($"app.MapGet(\"/x\", (DigitalOceanClient client) => client.PostAsync(\"/v2/domains/a/records\", null)).{guard}();", "domain:create", "domain:update"));

    [Fact]
    public Task Alternatives_are_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "GET /x calls POST /v2/domains/{domain_name}/records, but no guard covers the scope 'domain:create' or 'domain:update'. Add .RequireDomainCreate() or .RequireDomainUpdate().",
        Program("app.{|#0:MapGet|}(\"/x\", (DigitalOceanClient client) => client.PostAsync(\"/v2/domains/a/records\", null));", "domain:create", "domain:update"),
        "DOO103");

    [Fact]
    public Task Of_alternatives_only_declared_ones_are_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "GET /x calls POST /v2/domains/{domain_name}/records, but no guard covers the scope 'domain:create' or 'domain:update'. Add .RequireDomainUpdate().",
        Program("app.{|#0:MapGet|}(\"/x\", (DigitalOceanClient client) => client.PostAsync(\"/v2/domains/a/records\", null));", "domain:update"),
        "DOO103");

    [Fact]
    public Task The_guard_of_the_declared_broad_scope_is_named() => Rule<ApiUseAnalyzer>.SaysInProjectAsync(
        "GET /x calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add .RequireRead().",
        Program("app.{|#0:MapGet|}(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));", "read"),
        "DOO103");

    [Fact]
    public Task Each_of_several_scopes_is_needed() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Program(
        "app.{|DOO103:MapGet|}(\"/x\", (DigitalOceanClient client) => client.PostAsync(\"/v2/1-clicks/kubernetes\", null)).RequireKubernetesUpdate();"
        + "app.MapGet(\"/y\", (DigitalOceanClient client) => client.PostAsync(\"/v2/1-clicks/kubernetes\", null)).RequireKubernetesUpdate().RequireAddonCreate();",
        "kubernetes:update",
        "addon:create"));

    private static string Program(string statement, params string[] scopes) => $$"""
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{statement}}
        app.Run();

        [DigitalOceanOAuth]
        {{string.Concat(scopes.Select(scope => $"[DigitalOceanScope(\"{scope}\")]"))}}
        public static partial class DropletDeck;
        """;
}
