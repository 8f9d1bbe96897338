using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO003.</summary>
public sealed class EndpointPathTests
{
    [Theory]
    [InlineData("LoginPath = {|DOO003:\"\"|}")]
    [InlineData("CallbackPath = {|DOO003:\" \"|}")]
    [InlineData("LogoutPath = {|DOO003:\"logout\"|}")]
    [InlineData("DisconnectPath = {|DOO003:\"~/disconnect\"|}")]
    [InlineData("UserPath = {|DOO003:\"https://example.com/me\"|}")]
    [InlineData("UserPath = {|DOO003:\"/me?full=1\"|}")]
    [InlineData("UserPath = {|DOO003:\"/me#top\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/log in\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/login\\n\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/{tenant}/login\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/login{\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/login}\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/a//login\"|}")]
    [InlineData("LoginPath = {|DOO003:\"//login\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/\\\\login\"|}")]
    [InlineData("LoginPath = {|DOO003:\"/a/../login\"|}")]
    [InlineData("LoginPath = {|DOO003:Own.Path|}")]
    [InlineData("LoginPath = {|DOO003:\"x\"|}, CallbackPath = {|DOO003:\"y\"|}")]
    public Task A_path_that_no_request_would_reach_is_reported(string arguments) => Rule<EndpointPathAnalyzer>.ReportsAsync(
        $"using DoOAuth; class Own {{ public const string Path = \"login\"; }} [DigitalOceanOAuth({arguments})] static partial class DropletDeck;");

    [Theory]
    [InlineData("LoginPath = \"/sign-in\", CallbackPath = {|DOO003:\"/sign-in\"|}")]
    [InlineData("LoginPath = \"/Auth\", LogoutPath = {|DOO003:\"/auth\"|}")]
    [InlineData("LogoutPath = {|DOO003:\"/auth/\"|}, LoginPath = \"/auth\"")]
    [InlineData("LoginPath = {|DOO003:\"/callback\"|}")]
    [InlineData("UserPath = {|DOO003:\"/LOGIN\"|}")]
    [InlineData("LoginPath = \"/x\", CallbackPath = {|DOO003:\"/x\"|}, UserPath = {|DOO003:\"/x\"|}")]
    public Task Two_endpoints_that_share_a_path_are_reported(string arguments) => Rule<EndpointPathAnalyzer>.ReportsAsync(
        $"using DoOAuth; [DigitalOceanOAuth({arguments})] static partial class DropletDeck;");

    [Theory]
    [InlineData("")]
    [InlineData("LoginPath = \"/\"")]
    [InlineData("LoginPath = null")]
    [InlineData("LoginPath = \"/sign-in\", CallbackPath = \"/signin-digitalocean\"")]
    [InlineData("LoginPath = \"/anmeldung/für~alle_(hier)!\"")]
    [InlineData("LoginPath = \"/callback\", CallbackPath = \"/login\"")]
    [InlineData("LoginPath = Own.Path + \"/login\"")]
    [InlineData("Scheme = \"/login\", ConfigurationSection = \"no path\"")]
    public Task Paths_that_work_are_not_reported(string arguments) => Rule<EndpointPathAnalyzer>.ReportsAsync(
        $"using DoOAuth; class Own {{ public const string Path = \"/auth\"; }} [DigitalOceanOAuth({arguments})] static partial class DropletDeck;");

    [Theory]
    [InlineData("LoginPath = {|#0:\"\"|}", "LoginPath cannot be '' because it is empty. Write a path, such as '/login'.")]
    [InlineData("UserPath = {|#0:\"api/me\"|}", "UserPath cannot be 'api/me' because it does not begin with '/'. Write '/api/me'.")]
    [InlineData("UserPath = {|#0:\"/me?x\"|}", "UserPath cannot be '/me?x' because '?' ends a path, and routing ignores what follows. Write '/me'.")]
    [InlineData("UserPath = {|#0:\"/{id}\"|}", "UserPath cannot be '/{id}' because '{' belongs to a route parameter, but links and the registered callback need a fixed address. Write a fixed path, and map the endpoints in a group with the parameter.")]
    [InlineData("UserPath = {|#0:\"/login\"|}", "LoginPath and UserPath are both '/login', but each endpoint needs its own path. Change one of them.")]
    public Task The_report_says_what_is_wrong_and_what_to_write(string arguments, string message) => Rule<EndpointPathAnalyzer>.SaysAsync(
        message, $"using DoOAuth; [DigitalOceanOAuth({arguments})] static partial class DropletDeck;");

    [Fact]
    public Task The_part_that_carries_the_attribute_is_where_it_is_reported() => Rule<EndpointPathAnalyzer>.ReportsAsync(
        "static partial class DropletDeck { }",
        "using DoOAuth; [DigitalOceanOAuth(LoginPath = {|DOO003:\"login\"|})] static partial class DropletDeck;");

    [Fact]
    public Task The_severity_can_be_set() => Rule<EndpointPathAnalyzer>.ReportsWithSettingsAsync(
        "dotnet_diagnostic.DOO003.severity = none",
        "using DoOAuth; [DigitalOceanOAuth(LoginPath = \"login\")] static partial class DropletDeck;");
}
