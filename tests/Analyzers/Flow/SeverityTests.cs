using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 and DOO104 are set and suppressed as users set and suppress rules.</summary>
public sealed class SeverityTests
{
    [Fact]
    public Task A_pragma_excuses_an_endpoint() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/y", Api.ReadAsync);
        #pragma warning disable DOO103 // a middleware of ours sees to it
        app.MapGet("/x", Api.ReadAsync);
        """);

    [Fact]
    public Task An_attribute_excuses_the_endpoints_of_a_method() => FlowProject.ReportsAsync(
        "app.MapDroplets();",
        """
        static class Droplets
        {
            [System.Diagnostics.CodeAnalysis.SuppressMessage("DoOAuth", "DOO103", Justification = "a middleware of ours sees to it")]
            public static void MapDroplets(this IEndpointRouteBuilder routes) => routes.MapGet("/x", Api.ReadAsync);
            public static void MapMore(this IEndpointRouteBuilder routes) => routes.{|DOO103:MapGet|}("/x", Api.ReadAsync);
        }
        """);

    [Fact]
    public Task A_setting_silences_the_endpoints() => Rule<ApiUseAnalyzer>.ReportsInProjectWithSettingsAsync(
        "dotnet_diagnostic.DOO103.severity = none", Program("MapGet", Declared));

    [Fact]
    public Task A_setting_makes_an_error_of_it() => Rule<ApiUseAnalyzer>.ReportsInProjectWithSettingsAsync(
        "dotnet_diagnostic.DOO103.severity = error", Program("{|DOO103:MapGet|}", Declared));

    [Fact]
    public Task A_setting_silences_the_scopes() => Rule<ApiUseAnalyzer>.ReportsInProjectWithSettingsAsync(
        "dotnet_diagnostic.DOO104.severity = none", Program("{|DOO103:MapGet|}", Declared + "\n[DigitalOceanScope(Scopes.SshKey.Delete)]"));

    [Fact]
    public Task A_setting_makes_a_warning_of_the_scopes() => Rule<ApiUseAnalyzer>.ReportsInProjectWithSettingsAsync(
        "dotnet_diagnostic.DOO104.severity = warning", Program("{|DOO103:MapGet|}", Declared + "\n[{|DOO104:DigitalOceanScope(Scopes.SshKey.Delete)|}]"));

    [Fact]
    public Task A_pragma_excuses_a_scope() => Rule<ApiUseAnalyzer>.ReportsInProjectAsync(Program(
        "{|DOO103:MapGet|}",
        $"""
        {Declared}
        #pragma warning disable DOO104 // its endpoint comes next week
        [DigitalOceanScope(Scopes.SshKey.Delete)]
        #pragma warning restore DOO104
        """));

    private const string Declared = "[DigitalOceanScope(Scopes.Droplet.Read)]";

    private static string Program(string map, string scopes) => $$"""
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.{{map}}("/x", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets"));
        app.Run();

        [DigitalOceanOAuth]
        {{scopes}}
        public static partial class DropletDeck;
        """;
}
