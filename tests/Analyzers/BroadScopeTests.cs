using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO006.</summary>
public sealed class BroadScopeTests
{
    [Theory]
    [InlineData("[{|DOO006:DigitalOceanScope(\"read\")|}, DigitalOceanScope(\"droplet:read\")]")]
    [InlineData("[DigitalOceanScope(\"droplet:read\")] [{|DOO006:DigitalOceanScope(Scopes.Api.Read)|}]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"write\")|}, DigitalOceanScope(\"droplet:delete\")]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"write\")|}, DigitalOceanScope(\"domain:read\")]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"api:write\")|}, DigitalOceanScope(\"read\")]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"read\")|}, DigitalOceanScope(\"organization_membership:read_teams\")]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"read\")|}, DigitalOceanScope(\"droplet:read\", Optional = true)]")]
    [InlineData("[DigitalOceanScope(\"droplet:read\"), {|DOO006:DigitalOceanScope(\"read\")|}, {|DOO006:DigitalOceanScope(\"write\")|}]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"api:read\")|}, DigitalOceanScope(\"read\")]")]
    [InlineData("[{|DOO006:DigitalOceanScope(\"write\")|}, DigitalOceanScope(\"api:write\")]")]
    public Task A_broad_scope_beside_one_that_it_covers_is_reported(string attributes) => Rule<BroadScopeAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth] {attributes} static partial class DropletDeck;");

    [Theory]
    [InlineData("[DigitalOceanScope(\"read\")]")]
    [InlineData("[DigitalOceanScope(\"write\", Optional = true)]")]
    [InlineData("[DigitalOceanScope(\"read\"), DigitalOceanScope(\"droplet:create\")]")]
    [InlineData("[DigitalOceanScope(\"read\"), DigitalOceanScope(\"read\")]")]
    [InlineData("[DigitalOceanScope(\"read\"), DigitalOceanScope(\"write\", Optional = true)]")]
    [InlineData("[DigitalOceanScope(\"read\", Optional = true), DigitalOceanScope(\"droplet:read\")]")]
    [InlineData("[DigitalOceanScope(\"droplet:read\"), DigitalOceanScope(\"image:read\")]")]
    [InlineData("[DigitalOceanScope(\"read\"), DigitalOceanScope(\"\"), DigitalOceanScope(null)]")]
    public Task A_broad_scope_that_covers_no_other_is_not_reported(string attributes) => Rule<BroadScopeAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth] {attributes} static partial class DropletDeck;");

    [Fact]
    public Task Scopes_on_all_parts_of_the_class_count() => Rule<BroadScopeAnalyzer>.ReportsAsync(
        "using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope(\"droplet:read\")] static partial class A; [DigitalOceanOAuth, DigitalOceanScope(\"image:read\")] static partial class B;",
        "using DoOAuth; [{|DOO006:DigitalOceanScope(\"read\")|}] static partial class A;");

    [Fact]
    public async Task The_report_names_the_others_and_where_they_stand()
    {
        var diagnostic = Assert.Single(await UserProject.DiagnosticsAsync(
            """
            using DoOAuth;
            [DigitalOceanOAuth]
            [DigitalOceanScope("account:read")]
            [DigitalOceanScope(Scopes.Read)]
            [DigitalOceanScope("domain:read", Optional = true), DigitalOceanScope("domain:create")]
            public static partial class DropletDeck;
            """));
        Assert.Equal(
            "'read' already covers 'account:read' and 'domain:read'. Remove [DigitalOceanScope(Scopes.Read)] to ask for less.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("account:read domain:read", diagnostic.Properties[FixProperties.Scopes]);
        Assert.Equal([2, 4], diagnostic.AdditionalLocations.Select(location => location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("error", "DOO006")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<BroadScopeAnalyzer>.ReportsWithSettingsAsync(
        $"dotnet_diagnostic.DOO006.severity = {severity}\n",
        $"using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope(\"tag:read\"), {(id is null ? "DigitalOceanScope(\"read\")" : "{|DOO006:DigitalOceanScope(\"read\")|}")}] static partial class DropletDeck;");

    [Fact]
    public Task A_pragma_suppresses_it_at_the_line() => Rule<BroadScopeAnalyzer>.ReportsAsync(
        """
        using DoOAuth;
        [DigitalOceanOAuth]
        [DigitalOceanScope("account:read")]
        #pragma warning disable DOO006 // until the old sessions are gone
        [DigitalOceanScope("read")]
        #pragma warning restore DOO006
        static partial class DropletDeck;
        """);
}
