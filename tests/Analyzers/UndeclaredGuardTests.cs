using System.Globalization;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO101.</summary>
public sealed class UndeclaredGuardTests
{
    private const string DropletDeck =
        "[DigitalOceanOAuth, DigitalOceanScope(\"droplet:read\"), DigitalOceanScope(\"droplet:create\", Optional = true)] public static partial class DropletDeck;";

    private const string AdminDeck =
        "[DigitalOceanOAuth(GuardPrefix = \"Admin\"), DigitalOceanScope(\"image:read\")] public static partial class AdminDeck;";

    [Fact]
    public Task Guards_in_every_spelling_are_reported() => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        $$"""
        using DoOAuth;
        using Guard = DoOAuth.RequireScopeAttribute;

        [RequireScope({|DOO101:"image:read"|})]
        class Handlers
        {
            const string Own = "image:read";

            [RequireScope("droplet:read", {|DOO101:Scopes.Image.Read|}, {|DOO101:"droplet:delete"|})]
            [RequireScope(new[] { {|DOO101:"image:read"|} }), RequireScope([{|DOO101:Own|}])]
            [Guard({|DOO101:"image:read"|}, Scheme = DropletDeck.Scheme)]
            [DoOAuth.RequireScopeAttribute({|DOO101:"image:read"|}, Scheme = null)]
            void Method(IEndpointConventionBuilder endpoint)
            {
                Action lambda = [RequireScope({|DOO101:"image:read"|})] () => { };
                [RequireScope({|DOO101:"image:read"|})] void Local() { }
                lambda();
                Local();
                endpoint.RequireDigitalOceanScope(DropletDeck.Scheme, {|DOO101:"image:read"|}, "droplet:create");
                endpoint.RequireDigitalOceanScope("DropletDeck", [{|DOO101:Own|}]);
                ScopeGuardExtensions.RequireDigitalOceanScope(scopes: new[] { {|DOO101:Own|} }, scheme: "DropletDeck", builder: endpoint);
                endpoint.WithMetadata(new RequireScopeAttribute("droplet:read", {|DOO101:"image:read"|}));
                endpoint.RequireAuthorization(new RequireScopeAttribute({|DOO101:"image:read"|}) { Scheme = DropletDeck.Scheme });
                RequireScopeAttribute guard = new({|DOO101:"image:read"|}) { Scheme = "DropletDeck" };
            }
        }

        {{DropletDeck}}
        """);

    [Fact]
    public Task Guards_that_can_be_passed_or_cannot_be_read_are_not_reported() => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        $$"""
        using DoOAuth;

        [RequireScope("droplet:read", "droplet:create")]
        class Handlers
        {
            [RequireScope("image:read", Scheme = "Elsewhere")]
            [RequireScope("drplet:read", "", "genai:default")]
            [RequireScope(null)]
            [RequireScope]
            void Method(IEndpointConventionBuilder endpoint, string scheme, string scope, string[] scopes, DigitalOceanUser user)
            {
                endpoint.RequireDropletRead();
                endpoint.RequireDigitalOceanScope(scheme, "image:read");
                endpoint.RequireDigitalOceanScope("Elsewhere", "image:read");
                endpoint.RequireDigitalOceanScope(DropletDeck.Scheme, "droplet:read", scope);
                endpoint.RequireDigitalOceanScope(DropletDeck.Scheme, scopes);
                endpoint.WithMetadata(new RequireScopeAttribute("image:read") { Scheme = scheme }, new RequireScopeAttribute("droplet:read"));
                user.HasScope("image:read");
            }
        }

        namespace Other
        {
            class RequireScopeAttribute(string scope) : Attribute { public string Scope => scope; }

            [RequireScope("image:read")]
            class Handlers
            {
                void RequireDigitalOceanScope(string scheme, string scope) => RequireDigitalOceanScope("DropletDeck", "image:read");
            }
        }

        {{DropletDeck}}
        """);

    [Theory]
    [InlineData("read", "droplet:read", "organization_membership:read_teams")]
    [InlineData("api:write", "droplet:delete", "read")]
    public Task A_broad_declared_scope_covers_others(string declared, string first, string second) => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        $"using DoOAuth; [RequireScope(\"{first}\", \"{second}\")] class Handlers; [DigitalOceanOAuth, DigitalOceanScope(\"{declared}\")] public static partial class DropletDeck;");

    [Fact]
    public Task The_scheme_says_which_class_must_declare_it() => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        $$"""
        using DoOAuth;

        class Handlers
        {
            [RequireScope("image:read"), RequireScope("droplet:read"), RequireScope({|DOO101:"domain:read"|})]
            [RequireScope({|DOO101:"image:read"|}, Scheme = DropletDeck.Scheme), RequireScope("image:read", Scheme = AdminDeck.Scheme)]
            void Method(IEndpointConventionBuilder endpoint)
            {
                endpoint.RequireDigitalOceanScope(AdminDeck.Scheme, {|DOO101:"droplet:read"|}, "image:read");
                endpoint.WithMetadata(new RequireScopeAttribute({|DOO101:"image:read"|}) { Scheme = DropletDeck.Scheme });
            }
        }

        {{DropletDeck}}
        {{AdminDeck}}
        """);

    [Fact]
    public Task Where_no_class_is_in_sight_nothing_is_said() => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        "using DoOAuth; [RequireScope(\"image:read\")] class Handlers;");

    [Theory]
    [InlineData("", "'DropletDeck' does not declare 'image:delete', so this guard denies every request. Add [DigitalOceanScope(Scopes.Image.Delete)] to 'DropletDeck'.")]
    [InlineData(AdminDeck, "None of 'AdminDeck' and 'DropletDeck' declares 'image:delete', so this guard denies every request. Add [DigitalOceanScope(Scopes.Image.Delete)] to 'AdminDeck' or 'DropletDeck'.")]
    public Task The_message_names_the_classes_and_the_line_to_write(string other, string message) => Rule<UndeclaredGuardAnalyzer>.SaysInProjectAsync(
        message, $"using DoOAuth; [RequireScope({{|#0:\"image:delete\"|}})] class Handlers; {DropletDeck} {other}");

    [Fact]
    public async Task The_fix_is_told_what_to_declare_and_where()
    {
        var diagnostics = await UserProject.DiagnosticsAsync(
            $$"""
            using DoOAuth;
            [RequireScope("image:delete")] class First;
            [RequireScope("image:delete", Scheme = Acme.Outer.DropletDeck.Scheme)] class Second;
            {{AdminDeck.Replace("(GuardPrefix", "(LoginPath = \"/a/login\", CallbackPath = \"/a/cb\", LogoutPath = \"/a/out\", DisconnectPath = \"/a/dis\", UserPath = \"/a/me\", GuardPrefix", StringComparison.Ordinal)}}
            namespace Acme { public static partial class Outer { {{DropletDeck}} } }
            """);
        Assert.Equal(["DOO101", "DOO101"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Equal("image:delete", diagnostic.Properties[FixProperties.Scopes]));
        Assert.Equal(
            ["T:Acme.Outer.DropletDeck T:AdminDeck", "T:Acme.Outer.DropletDeck"],
            diagnostics.Select(diagnostic => diagnostic.Properties[FixProperties.Applications]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_class_of_a_referenced_project_counts_and_is_out_of_the_fixs_reach(bool asInAnEditor)
    {
        var library = UserProject.Compile("using DoOAuth; " + DropletDeck).WithAssemblyName("Library");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var app = UserProject.Compile("using DoOAuth; [RequireScope(\"droplet:create\"), RequireScope(\"image:read\")] class Handlers;")
            .AddReferences(asInAnEditor ? library.ToMetadataReference() : MetadataReference.CreateFromImage(image.ToArray()));
        var diagnostic = Assert.Single(await app.WithAnalyzers([new UndeclaredGuardAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        Assert.Contains("'DropletDeck' does not declare 'image:read'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("", diagnostic.Properties[FixProperties.Applications]);
    }

    [Theory]
    [InlineData("warning", "DOO101")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectWithSettingsAsync(
        $"dotnet_diagnostic.DOO101.severity = {severity}\n",
        $"using DoOAuth; [RequireScope({(id is null ? "\"image:read\"" : "{|DOO101:\"image:read\"|}")})] class Handlers; {DropletDeck}");

    [Fact]
    public Task A_pragma_suppresses_it_at_the_line() => Rule<UndeclaredGuardAnalyzer>.ReportsInProjectAsync(
        $$"""
        using DoOAuth;
        #pragma warning disable DOO101 // granted by hand
        [RequireScope("image:read")] class First;
        #pragma warning restore DOO101
        [RequireScope("droplet:read")] class Second;
        {{DropletDeck}}
        """);
}
