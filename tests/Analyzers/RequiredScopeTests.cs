using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO005.</summary>
public sealed class RequiredScopeTests
{
    [Theory]
    [InlineData("[{|DOO005:DigitalOceanScope(\"project:create\")|}]")]
    [InlineData("[{|DOO005:DigitalOceanScope(Scopes.Project.Create, Optional = true)|}]")]
    [InlineData("[{|DOO005:DigitalOceanScope(\"project:create\")|}, {|DOO005:DigitalOceanScope(\"project:delete\")|}]")]
    [InlineData("[{|DOO005:DigitalOceanScope(\"image:read\")|}] [{|DOO005:DigitalOceanScope(\"droplet:read\")|}]")]
    public Task A_scope_that_lacks_others_is_reported_where_it_is_declared(string attributes) => Rule<RequiredScopeAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth] {attributes} static partial class DropletDeck;");

    [Theory]
    [InlineData("[DigitalOceanScope(\"account:read\"), DigitalOceanScope(\"project:read\")]")]
    [InlineData("[DigitalOceanScope(\"project:create\"), DigitalOceanScope(\"project:read\", Optional = true)]")]
    [InlineData("[DigitalOceanScope(\"project:create\"), DigitalOceanScope(\"api:read\")]")]
    [InlineData("[DigitalOceanScope(\"droplet:create\"), DigitalOceanScope(\"write\", Optional = true)]")]
    [InlineData("[DigitalOceanScope(\"projct:create\"), DigitalOceanScope(\"genai:default\"), DigitalOceanScope(\"\"), DigitalOceanScope(null)]")]
    [InlineData("[DigitalOceanScope(\"droplet:read\"), DigitalOceanScope(\"image:read\"), DigitalOceanScope(\"regions:read\"), DigitalOceanScope(\"sizes:read\"), DigitalOceanScope(\"actions:read\")]")]
    public Task A_scope_with_all_that_it_requires_is_not_reported(string attributes) => Rule<RequiredScopeAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth] {attributes} static partial class DropletDeck;");

    [Fact]
    public Task Scopes_on_all_parts_of_the_class_count() => Rule<RequiredScopeAnalyzer>.ReportsAsync(
        "using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope(\"project:create\")] static partial class A; [DigitalOceanOAuth, {|DOO005:DigitalOceanScope(\"project:create\")|}] static partial class B;",
        "using DoOAuth; [DigitalOceanScope(\"project:read\"), {|DOO005:DigitalOceanScope(\"tag:create\")|}] static partial class A;");

    [Fact]
    public Task A_class_that_is_not_annotated_declares_nothing() => Rule<RequiredScopeAnalyzer>.ReportsAsync(
        "using DoOAuth; [DigitalOceanScope(\"project:create\")] static class Deck;");

    [Theory]
    [InlineData("project:create", "DigitalOcean requires 'project:read' together with 'project:create'. Add [DigitalOceanScope(Scopes.Project.Read)].")]
    [InlineData("nfs:create", "DigitalOcean requires 'nfs:read', 'droplet:read', 'regions:read', 'sizes:read', 'actions:read', 'image:read' and 'snapshot:read' together with 'nfs:create'. "
        + "Add [DigitalOceanScope(Scopes.Nfs.Read), DigitalOceanScope(Scopes.Droplet.Read), DigitalOceanScope(Scopes.Regions.Read), DigitalOceanScope(Scopes.Sizes.Read), "
        + "DigitalOceanScope(Scopes.Actions.Read), DigitalOceanScope(Scopes.Image.Read), DigitalOceanScope(Scopes.Snapshot.Read)].")]
    public Task The_message_has_the_whole_list_and_the_line_to_write(string scope, string message) => Rule<RequiredScopeAnalyzer>.SaysAsync(
        message, $"using DoOAuth; [DigitalOceanOAuth, {{|#0:DigitalOceanScope(\"{scope}\")|}}] static partial class DropletDeck;");

    [Fact]
    public async Task The_fix_is_told_which_scopes_to_declare()
    {
        var diagnostics = await UserProject.DiagnosticsAsync(
            "using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope(\"droplet:update\"), DigitalOceanScope(\"image:read\")] public static partial class A;", "DOO005");
        Assert.Equal(
            ["droplet:read regions:read sizes:read actions:read", "droplet:read regions:read sizes:read actions:read"],
            diagnostics.Select(diagnostic => diagnostic.Properties[FixProperties.Scopes]));
    }

    [Theory]
    [InlineData("warning", "DOO005")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<RequiredScopeAnalyzer>.ReportsWithSettingsAsync(
        $"dotnet_diagnostic.DOO005.severity = {severity}\n",
        $"using DoOAuth; [DigitalOceanOAuth, {(id is null ? "DigitalOceanScope(\"project:create\")" : "{|DOO005:DigitalOceanScope(\"project:create\")|}")}] static partial class DropletDeck;");

    [Fact]
    public Task A_pragma_suppresses_it_at_the_line() => Rule<RequiredScopeAnalyzer>.ReportsAsync(
        """
        using DoOAuth;
        [DigitalOceanOAuth]
        #pragma warning disable DOO005 // consent works without
        [DigitalOceanScope("project:create")]
        #pragma warning restore DOO005
        [DigitalOceanScope("tag:read")]
        static partial class DropletDeck;
        """);
}
