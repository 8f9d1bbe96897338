using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO002.</summary>
public sealed class ScopeNameTests
{
    [Theory]
    [InlineData("{|DOO002:\"droplets:read\"|}")]
    [InlineData("{|DOO002:\"droplet:write\"|}, Optional = true")]
    [InlineData("{|DOO002:\"\"|}")]
    [InlineData("{|DOO002:\" \"|}")]
    [InlineData("{|DOO002:null|}")]
    [InlineData("{|DOO002:null!|}")]
    [InlineData("{|DOO002:\" droplet:read\"|}")]
    [InlineData("{|DOO002:\"Droplet:Read\"|}")]
    [InlineData("{|DOO002:\"droplet:read image:read\"|}")]
    [InlineData("{|DOO002:\"database:write\"|}")]
    [InlineData("scope: {|DOO002:\"drplet:read\"|}")]
    [InlineData("{|DOO002:Own.Wrong|}")]
    [InlineData("{|DOO002:Own.Resource + \":raed\"|}")]
    [InlineData("{|DOO002:nameof(Own)|}")]
    public Task A_declared_scope_that_does_not_exist_is_reported(string argument) => Rule<ScopeNameAnalyzer>.ReportsAsync(
        $$"""
        using DoOAuth;
        static class Own { public const string Wrong = "droplet:reed", Resource = "droplet"; }
        [DigitalOceanOAuth, DigitalOceanScope({{argument}})] static partial class DropletDeck;
        """);

    [Theory]
    [InlineData("\"droplet:read\"")]
    [InlineData("Scopes.BlockStorage.Read")]
    [InlineData("Scopes.Read")]
    [InlineData("\"api:write\", Optional = true")]
    [InlineData("Own.Resource + \":read\"")]
    [InlineData("scope: \"genai:update\"")]
    public Task A_declared_scope_that_exists_is_not_reported(string argument) => Rule<ScopeNameAnalyzer>.ReportsAsync(
        $$"""
        using DoOAuth;
        static class Own { public const string Resource = "droplet"; }
        [DigitalOceanOAuth, DigitalOceanScope({{argument}})] static partial class DropletDeck;
        """);

    [Fact]
    public Task A_guard_that_names_the_scheme_alone_is_reported() => Rule<ScopeNameAnalyzer>.ReportsAsync(
        """
        using DoOAuth;
        using Microsoft.AspNetCore.Builder;

        class Endpoints
        {
            public void Guard(RouteHandlerBuilder builder, string[] scopes)
            {
                {|DOO002:builder.RequireDigitalOceanScope(Scopes.Droplet.Read)|};
                builder.RequireDigitalOceanScope("Deck", Scopes.Droplet.Read);
                builder.RequireDigitalOceanScope("Deck", scopes);
            }
        }
        """);

    [Fact]
    public Task Guards_on_classes_methods_lambdas_and_local_functions_are_read() => Rule<ScopeNameAnalyzer>.ReportsAsync(
        """
        using System;
        using DoOAuth;

        [RequireScope({|DOO002:"image:raed"|})]
        class Handlers
        {
            [RequireScope("droplet:read", {|DOO002:"image:raed"|}, Scheme = "X")]
            [RequireScope(new[] { "droplet:read", {|DOO002:"image:raed"|} })]
            [RequireScope(new string[] { {|DOO002:"image:raed"|} })]
            [RequireScope([{|DOO002:"image:raed"|}, "image:read"])]
            [{|DOO002:RequireScope|}]
            [{|DOO002:RequireScope()|}]
            [RequireScope({|DOO002:null|})]
            void Method()
            {
                Action lambda = [RequireScope({|DOO002:"image:raed"|})] () => { };
                [RequireScope({|DOO002:"image:raed"|})] void Local() { }
                lambda();
                Local();
            }
        }
        """);

    [Fact]
    public Task Calls_that_name_scopes_are_read() => Rule<ScopeNameAnalyzer>.ReportsAsync(
        """
        using DoOAuth;
        using Microsoft.AspNetCore.Builder;

        [DigitalOceanOAuth]
        partial class DropletDeck { public static class Links { public static string Login(string returnUrl = null, string scope = null) => returnUrl + scope; } }

        class Handlers
        {
            const string Wrong = "image:raed";

            void Method(DigitalOceanUser user, IEndpointConventionBuilder endpoint, string anything)
            {
                user.HasScope({|DOO002:"droplets:read"|});
                user.HasScope(Scopes.Droplet.Read);
                user.HasScope(anything);
                endpoint.RequireDigitalOceanScope("X", "droplet:read", {|DOO002:Wrong|});
                endpoint.RequireDigitalOceanScope("X", new[] { {|DOO002:Wrong|} });
                endpoint.RequireDigitalOceanScope("X", [{|DOO002:Wrong|}]);
                endpoint.WithMetadata(new RequireScopeAttribute("droplet:read", {|DOO002:Wrong|}), new RequireScopeAttribute([{|DOO002:"drplet:read"|}]));
                DigitalOceanLinks.Login("/login", null, {|DOO002:"nfs:list"|});
                DigitalOceanLinks.Login("/login", "droplets:read", "droplet:read image:read");
                DropletDeck.Links.Login(scope: {|DOO002:"droplets:read"|});
                DropletDeck.Links.Login("/droplets:read");
                Login("droplets:read");
            }

            static string Login(string scope) => scope;
        }
        """);

    [Fact]
    public Task Other_peoples_attributes_and_arguments_that_do_not_compile_are_left_alone() => Rule<ScopeNameAnalyzer>.ReportsAsync(
        """
        class DigitalOceanScopeAttribute(string scope) : System.Attribute { public string Scope => scope; }
        class Other { public const int Number = 1; }

        [DigitalOceanScope("droplets:read")]
        [DoOAuth.DigitalOceanScope({|CS0117:DoOAuth.Scopes.Droplet.Raed|})]
        [DoOAuth.DigitalOceanScope({|CS1503:Other.Number|})]
        [{|CS7036:DoOAuth.DigitalOceanScope|}]
        class Mine;
        """.Replace("{|CS0117:DoOAuth.Scopes.Droplet.Raed|}", "DoOAuth.Scopes.Droplet.{|CS0117:Raed|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("drplet:read", "DigitalOcean's API as of DATE has no scope 'drplet:read'; the nearest is 'droplet:read'. Write [DigitalOceanScope(Scopes.Droplet.Read)].")]
    [InlineData("droplets:read", "DigitalOcean's API as of DATE has no scope 'droplets:read'; the nearest is 'droplet:read'. Write [DigitalOceanScope(Scopes.Droplet.Read)].")]
    [InlineData("action:read", "DigitalOcean's API as of DATE has no scope 'action:read'; the nearest is 'actions:read'. Write [DigitalOceanScope(Scopes.Actions.Read)].")]
    [InlineData("Block-Storage:Read", "DigitalOcean's API as of DATE has no scope 'Block-Storage:Read'; the nearest is 'block_storage:read'. Write [DigitalOceanScope(Scopes.BlockStorage.Read)].")]
    [InlineData("droplet.read", "DigitalOcean's API as of DATE has no scope 'droplet.read'; the nearest is 'droplet:read'. Write [DigitalOceanScope(Scopes.Droplet.Read)].")]
    [InlineData("read:droplet", "DigitalOcean's API as of DATE has no scope 'read:droplet'; the nearest is 'droplet:read'. Write [DigitalOceanScope(Scopes.Droplet.Read)].")]
    [InlineData("droplet:write", "DigitalOcean's API as of DATE has no scope 'droplet:write'; the nearest is 'droplet:update'. Write [DigitalOceanScope(Scopes.Droplet.Update)].")]
    [InlineData("droplet:list", "DigitalOcean's API as of DATE has no scope 'droplet:list'; the nearest is 'droplet:read'. Write [DigitalOceanScope(Scopes.Droplet.Read)].")]
    [InlineData("droplet:remove", "DigitalOcean's API as of DATE has no scope 'droplet:remove'; the nearest is 'droplet:delete'. Write [DigitalOceanScope(Scopes.Droplet.Delete)].")]
    [InlineData("database:writes", "DigitalOcean's API as of DATE has no scope 'database:writes'; the nearest is 'database:update'. Write [DigitalOceanScope(Scopes.Database.Update)].")]
    [InlineData("Read", "DigitalOcean's API as of DATE has no scope 'Read'; the nearest is 'read'. Write [DigitalOceanScope(Scopes.Read)].")]
    [InlineData("droplet:reboot_often", "DigitalOcean's API as of DATE has no scope 'droplet:reboot_often'. Choose 'droplet:admin', 'droplet:create', 'droplet:delete', 'droplet:read' or 'droplet:update'.")]
    [InlineData("profile", "DigitalOcean's API as of DATE has no scope 'profile'. Choose a scope from the class Scopes.")]
    [InlineData("nfs:list", "The scope 'nfs:list' is named 'nfs:read' in DigitalOcean's API as of DATE. Write [DigitalOceanScope(Scopes.Nfs.Read)].")]
    [InlineData("  ", "The scope is empty. Specify one, such as Scopes.Account.Read, or remove the attribute.")]
    [InlineData("droplet:read,image:read", "'droplet:read,image:read' contains several scopes. Write each as a separate argument or attribute.")]
    public Task The_report_names_the_scope_that_was_meant(string scope, string message) => Rule<ScopeNameAnalyzer>.SaysAsync(
        message, $"using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope({{|#0:\"{scope}\"|}})] static partial class DropletDeck;");

    [Theory]
    [InlineData("DigitalOceanScope({|#0:\"droplets:read\"|}, Optional = true)")]
    [InlineData("RequireScope(\"image:read\", {|#0:\"droplets:read\"|})")]
    public Task The_report_names_the_constant_alone_where_more_stands_beside_it(string attribute) => Rule<ScopeNameAnalyzer>.SaysAsync(
        "DigitalOcean's API as of DATE has no scope 'droplets:read'; the nearest is 'droplet:read'. Write Scopes.Droplet.Read.",
        $"using DoOAuth; [{attribute}] static partial class DropletDeck;");

    [Theory]
    [InlineData("using DoOAuth;", "{|DOO002:\"droplets:read\"|}", "Scopes.Droplet.Read")]
    [InlineData("using DoOAuth;", "{|DOO002:\"genai:default\"|}", "Scopes.Genai.Update")]
    [InlineData("using DoOAuth;", "{|DOO002:\"READ\"|}", "Scopes.Read")]
    [InlineData("using DoOAuth; using static DoOAuth.Scopes;", "{|DOO002:\"droplets:read\"|}", "Droplet.Read")]
    [InlineData("using DoOAuth; class Scopes;", "{|DOO002:\"droplets:read\"|}", "DoOAuth.Scopes.Droplet.Read")]
    [InlineData("using DoOAuth; static class Own { public const string Wrong = \"droplet:reed\"; }", "/* ours */ {|DOO002:Own.Wrong|} /* kept */, Optional = true", "/* ours */ Scopes.Droplet.Read /* kept */, Optional = true")]
    public Task The_fix_writes_the_constant(string usings, string before, string after)
    {
        string Source(string argument) => $"{usings}\n[DoOAuth.DigitalOceanScope({argument})]\nstatic partial class DropletDeck;";
        return Fix<ScopeNameAnalyzer, ReplaceScopeFix>.FixesAsync(Source(before), Source(after));
    }

    [Fact]
    public Task The_fix_replaces_all_at_once() => Fix<ScopeNameAnalyzer, ReplaceScopeFix>.FixesAsync(
        """
        using DoOAuth;

        [DigitalOceanScope({|DOO002:"droplets:read"|})]
        [DigitalOceanScope({|DOO002:"byoip_prefix:write"|}, Optional = true)]
        static partial class DropletDeck
        {
            [RequireScope({|DOO002:"droplets:read"|}, "image:read", {|DOO002:"images:create"|})]
            static void Handler() { }
        }
        """,
        """
        using DoOAuth;

        [DigitalOceanScope(Scopes.Droplet.Read)]
        [DigitalOceanScope(Scopes.ByoipPrefix.Update, Optional = true)]
        static partial class DropletDeck
        {
            [RequireScope(Scopes.Droplet.Read, "image:read", Scopes.Image.Create)]
            static void Handler() { }
        }
        """);

    [Fact]
    public Task The_fix_replaces_calls() => Fix<ScopeNameAnalyzer, ReplaceScopeFix>.FixesAsync(
        "using DoOAuth; class Handlers { static bool May(DigitalOceanUser user) => user.HasScope({|DOO002:\"droplets:read\"|}); }",
        "using DoOAuth; class Handlers { static bool May(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read); }");

    [Theory]
    [InlineData("")]
    [InlineData("nothing:near_it")]
    public Task No_fix_is_offered_where_nothing_is_near(string scope) => Fix<ScopeNameAnalyzer, ReplaceScopeFix>.OffersNothingAsync(
        $"using DoOAuth; [DigitalOceanScope({{|DOO002:\"{scope}\"|}})] static partial class DropletDeck;");
}
