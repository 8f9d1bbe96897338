using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;
using DoOAuth.Generator.Analyzers;

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
    [InlineData("drplet:read", "DigitalOcean knows no scope 'drplet:read'. The nearest is 'droplet:read': write Scopes.Droplet.Read.")]
    [InlineData("droplets:read", "DigitalOcean knows no scope 'droplets:read'. The nearest is 'droplet:read': write Scopes.Droplet.Read.")]
    [InlineData("action:read", "DigitalOcean knows no scope 'action:read'. The nearest is 'actions:read': write Scopes.Actions.Read.")]
    [InlineData("Block-Storage:Read", "DigitalOcean knows no scope 'Block-Storage:Read'. The nearest is 'block_storage:read': write Scopes.BlockStorage.Read.")]
    [InlineData("droplet.read", "DigitalOcean knows no scope 'droplet.read'. The nearest is 'droplet:read': write Scopes.Droplet.Read.")]
    [InlineData("read:droplet", "DigitalOcean knows no scope 'read:droplet'. The nearest is 'droplet:read': write Scopes.Droplet.Read.")]
    [InlineData("droplet:write", "DigitalOcean knows no scope 'droplet:write'. The nearest is 'droplet:update': write Scopes.Droplet.Update.")]
    [InlineData("droplet:list", "DigitalOcean knows no scope 'droplet:list'. The nearest is 'droplet:read': write Scopes.Droplet.Read.")]
    [InlineData("droplet:remove", "DigitalOcean knows no scope 'droplet:remove'. The nearest is 'droplet:delete': write Scopes.Droplet.Delete.")]
    [InlineData("database:writes", "DigitalOcean knows no scope 'database:writes'. The nearest is 'database:update': write Scopes.Database.Update.")]
    [InlineData("Read", "DigitalOcean knows no scope 'Read'. The nearest is 'read': write Scopes.Read.")]
    [InlineData("droplet:reboot_often", "DigitalOcean knows no scope 'droplet:reboot_often'. It knows 'droplet:admin', 'droplet:create', 'droplet:delete', 'droplet:read', 'droplet:update'.")]
    [InlineData("profile", "DigitalOcean knows no scope 'profile'. The class Scopes has those that it knows.")]
    [InlineData("nfs:list", "DigitalOcean has renamed the scope 'nfs:list' to 'nfs:read'. Write Scopes.Nfs.Read.")]
    [InlineData("  ", "The scope is empty. Name one, such as Scopes.Account.Read, or take the attribute away.")]
    [InlineData("droplet:read,image:read", "'droplet:read,image:read' is more than one scope. Write each as an argument or attribute of its own.")]
    public Task The_report_names_the_scope_that_was_meant(string scope, string message) => Rule<ScopeNameAnalyzer>.SaysAsync(
        message, $"using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope({{|#0:\"{scope}\"|}})] static partial class DropletDeck;");

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
        return Fix<ScopeNameAnalyzer, ReplaceScopeFix>.MendsAsync(Source(before), Source(after));
    }

    [Fact]
    public Task The_fix_mends_all_at_once() => Fix<ScopeNameAnalyzer, ReplaceScopeFix>.MendsAsync(
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

    [Theory]
    [InlineData("")]
    [InlineData("nothing:near_it")]
    public Task No_fix_is_offered_where_nothing_is_near(string scope) => Fix<ScopeNameAnalyzer, ReplaceScopeFix>.OffersNothingAsync(
        $"using DoOAuth; [DigitalOceanScope({{|DOO002:\"{scope}\"|}})] static partial class DropletDeck;");
}
