using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO004.</summary>
public sealed class SharedNameTests
{
    private const string OtherPaths =
        "LoginPath = \"/b/login\", CallbackPath = \"/b/callback\", LogoutPath = \"/b/logout\", DisconnectPath = \"/b/disconnect\", UserPath = \"/b/me\"";

    [Theory]
    [InlineData("A", "Scheme = \"A\", " + OtherPaths)]
    [InlineData("A", "Scheme = \"A.Session\", " + OtherPaths)]
    public Task Two_classes_that_share_a_scheme_are_both_reported(string first, string second) => Rule<SharedNameAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth] static partial class {{|DOO004:{first}|}};",
        $"using DoOAuth; [DigitalOceanOAuth({second})] static partial class {{|DOO004:B|}};");

    [Theory]
    [InlineData("")]
    [InlineData("LoginPath = \"/b/login\", CallbackPath = \"/b/callback\", LogoutPath = \"/b/logout\", DisconnectPath = \"/b/disconnect\"")]
    [InlineData("LoginPath = \"/b/login\", CallbackPath = \"/b/callback\", LogoutPath = \"/b/logout\", DisconnectPath = \"/b/disconnect\", UserPath = \"/Login/\"")]
    public Task Two_classes_that_share_a_path_are_both_reported(string second) => Rule<SharedNameAnalyzer>.ReportsAsync(
        "using DoOAuth; [DigitalOceanOAuth] static partial class {|DOO004:A|};",
        $"using DoOAuth; [DigitalOceanOAuth({second})] static partial class {{|DOO004:B|}};");

    [Theory]
    [InlineData("[DigitalOceanScope(\"droplet:read\")]", "[DigitalOceanScope(Scopes.Droplet.Read, Optional = true)]", "")]
    [InlineData("[DigitalOceanScope(\"app:read\")]", "[DigitalOceanScope(\"read\")]", ", GuardPrefix = \"App\"")]
    public Task Two_classes_that_would_make_one_guard_are_both_reported(string first, string second, string prefix) => Rule<SharedNameAnalyzer>.ReportsAsync(
        $"using DoOAuth; namespace One {{ [DigitalOceanOAuth] {first} static partial class {{|DOO004:A|}}; }}",
        $"using DoOAuth; namespace Two {{ [DigitalOceanOAuth({OtherPaths}{prefix})] {second} static partial class {{|DOO004:B|}}; }}");

    [Theory]
    [InlineData("Deck", "Deck")]
    [InlineData("Deck", "deck")]
    public Task Two_classes_that_would_make_one_method_are_both_reported(string first, string second) => Rule<SharedNameAnalyzer>.ReportsAsync(
        $"using DoOAuth; namespace One {{ [DigitalOceanOAuth] static partial class {{|DOO004:{first}|}}; }}",
        $"using DoOAuth; namespace Two {{ [DigitalOceanOAuth(Scheme = \"Other\", {OtherPaths})] static partial class {{|DOO004:{second}|}}; }}");

    [Theory]
    [InlineData("Scheme = {|DOO004:\"\"|}")]
    [InlineData("Scheme = {|DOO004:\" \"|}")]
    [InlineData("ConfigurationSection = {|DOO004:\"\"|}")]
    [InlineData("GuardPrefix = {|DOO004:\"my admin\"|}")]
    [InlineData("GuardPrefix = {|DOO004:\"Admin-\"|}, Scheme = {|DOO004:\"\"|}")]
    public Task A_name_that_no_class_could_use_is_reported_at_the_argument(string arguments) => Rule<SharedNameAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth({arguments})] static partial class DropletDeck;");

    [Theory]
    [InlineData("", "")]
    [InlineData("GuardPrefix = \"\"", "[DigitalOceanScope(\"droplet:read\")]")]
    [InlineData("Scheme = \"Digital Ocean\", GuardPrefix = \"2\", ConfigurationSection = \"A:B\"", "")]
    [InlineData("Scheme = null, GuardPrefix = null, ConfigurationSection = null", "[DigitalOceanScope(\"droplet:read\")] [DigitalOceanScope(\"droplet:read\")]")]
    public Task One_class_alone_is_not_reported(string arguments, string scopes) => Rule<SharedNameAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth({arguments})] {scopes} static partial class DropletDeck; static partial class DropletDeck {{ }}");

    [Fact]
    public Task Two_classes_that_keep_apart_are_not_reported() => Rule<SharedNameAnalyzer>.ReportsAsync(
        "using DoOAuth; [DigitalOceanOAuth, DigitalOceanScope(\"droplet:read\"), DigitalOceanScope(\"image:read\")] static partial class A;",
        $"using DoOAuth; [DigitalOceanOAuth(GuardPrefix = \"Admin\", {OtherPaths}), DigitalOceanScope(\"droplet:read\")] static partial class B;",
        "static class A2; namespace Other { static class A; }");

    [Theory]
    [InlineData(
        "Scheme = \"A\", " + OtherPaths, "",
        "'A' and 'B' share the scheme 'A'. Give one of them a different scheme, as in [DigitalOceanOAuth(Scheme = \"A2\")].")]
    [InlineData(
        "LogoutPath = \"/b/logout\", DisconnectPath = \"/b/disconnect\", UserPath = \"/b/me\"", "",
        "'A' and 'B' share the paths '/login' and '/callback'. Give one of them different paths, as in [DigitalOceanOAuth(LoginPath = \"/a/login\")].")]
    [InlineData(
        OtherPaths, "[DigitalOceanScope(\"image:read\")] [DigitalOceanScope(\"droplet:read\")]",
        "'A' and 'B' both generate the guards RequireDropletRead and RequireImageRead, so calls are ambiguous. Give one of them a prefix, as in [DigitalOceanOAuth(GuardPrefix = \"A\")].")]
    public async Task The_report_names_both_classes_and_what_fixes_it(string second, string scopes, string message)
    {
        var diagnostics = await UserProject.DiagnosticsAsync($$"""
            using DoOAuth;
            [DigitalOceanOAuth] {{scopes}} public static partial class A;
            [DigitalOceanOAuth({{second}})] {{scopes}} public static partial class B;
            """);
        Assert.Equal(2, diagnostics.Count);
        Assert.Equal(message, diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(diagnostics[0].AdditionalLocations, location => location == diagnostics[1].Location);
        Assert.Contains(diagnostics[1].AdditionalLocations, location => location == diagnostics[0].Location);
    }
}
