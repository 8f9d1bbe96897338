using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests;

/// <summary>DOO007.</summary>
public sealed class UnusedApplicationTests
{
    private const string Class = "[DigitalOceanOAuth] public static partial class";

    [Theory]
    [InlineData("")]
    [InlineData("builder.AddDropletDeck();")]
    [InlineData("app.MapDropletDeck();")]
    [InlineData("_ = nameof(DropletDeckExtensions.AddDropletDeck); app.MapDropletDeck();")]
    [InlineData("builder.AddOther(); app.MapOther();")]
    public Task A_class_that_a_program_does_not_add_and_map_is_reported(string calls) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program(calls, $"{Class} {{|DOO007:DropletDeck|}};"));

    [Theory]
    [InlineData("builder.AddDropletDeck(); app.MapDropletDeck();")]
    [InlineData("builder.AddDropletDeck(); app.MapGroup(\"/deck\").MapDropletDeck().RequireHost(\"*\");")]
    [InlineData("DropletDeckExtensions.AddDropletDeck(builder); DropletDeckExtensions.MapDropletDeck(app);")]
    [InlineData("Run(builder.AddDropletDeck, app.MapDropletDeck);")]
    [InlineData("Func<IHostApplicationBuilder, DigitalOceanOAuthBuilder> add = DropletDeckExtensions.AddDropletDeck; add(builder); app.MapDropletDeck();")]
    [InlineData("if (args.Length > 0) { builder.AddDropletDeck(); app.MapDropletDeck(); }")]
    [InlineData("builder.AddDigitalOceanApplication(DropletDeck.DigitalOceanApplication, handler => new DigitalOceanClient(handler)); app.MapDropletDeck();")]
    [InlineData("builder.AddDropletDeck(); app.MapDigitalOceanApplication(DropletDeck.DigitalOceanApplication);")]
    [InlineData("foreach (var one in new[] { DropletDeck.DigitalOceanApplication }) { app.MapDigitalOceanApplication(one); }")]
    public Task A_class_that_is_added_and_mapped_in_some_way_is_not_reported(string calls) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program(calls, $"{Class} DropletDeck;"));

    [Theory]
    [InlineData("builder.AddDigitalOceanApplication(DropletDeck.DigitalOceanApplication, handler => new DigitalOceanClient(handler));")]
    [InlineData("app.MapDigitalOceanApplication(DropletDeck.DigitalOceanApplication);")]
    public Task What_is_done_by_hand_counts_for_what_it_does(string call) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program(call, $"{Class} {{|DOO007:DropletDeck|}};"));

    [Fact]
    public Task Calls_in_other_files_and_methods_count() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program("Setup.Add(builder); app.MapBoth();", ""),
        """
        using Acme;
        static class Setup
        {
            public static void Add(IHostApplicationBuilder builder) => builder.AddDropletDeck();
            public static void MapBoth(this IEndpointRouteBuilder endpoints) => endpoints.MapDropletDeck();
        }
        """,
        $"namespace Acme {{ using DoOAuth; {Class} DropletDeck; }}");

    [Fact]
    public Task Each_of_several_classes_is_judged_by_itself() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program("builder.AddDropletDeck(); app.MapDropletDeck();", $"{Class} DropletDeck; {Class} {{|DOO007:ImageDeck|}};"));

    [Fact]
    public Task A_class_of_the_same_name_elsewhere_does_not_count() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program("One.DropletDeckExtensions.AddDropletDeck(builder); One.DropletDeckExtensions.MapDropletDeck(app);", ""),
        $"namespace One {{ using DoOAuth; {Class} DropletDeck; }} namespace Two {{ using DoOAuth; {Class} {{|DOO007:DropletDeck|}}; }}");

    [Theory]
    [InlineData("static class Extensions { public static void AddDropletDeck(this IHostApplicationBuilder builder, int more) { } public static void MapDropletDeck(this IEndpointRouteBuilder app, int more) { } }")]
    public Task A_method_of_the_users_own_with_such_a_name_does_not_count(string extensions) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program("builder.AddDropletDeck(1); app.MapDropletDeck(2);", $"{Class} {{|DOO007:DropletDeck|}}; {extensions}"));

    [Theory]
    [InlineData("[DigitalOceanOAuth] public static partial class DropletDeck;")]
    [InlineData("public static partial class Outer { [DigitalOceanOAuth] public static partial class DropletDeck; }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")] [DigitalOceanOAuth] static partial class DropletDeck;")]
    public Task A_library_leaves_the_rest_to_whoever_references_it(string source) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync("using DoOAuth; " + source);

    [Fact]
    public Task A_class_that_nobody_outside_the_library_sees_is_reported() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        "using DoOAuth; [DigitalOceanOAuth] static partial class {|DOO007:DropletDeck|};");

    [Fact]
    public Task A_library_that_does_half_of_it_is_reported() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        $$"""
        using DoOAuth;
        {{Class}} {|DOO007:DropletDeck|};
        public static class Setup { public static void Add(IHostApplicationBuilder builder) => builder.AddDropletDeck(); }
        """);

    [Theory]
    [InlineData("file static partial class DropletDeck;")]
    [InlineData("static partial class DropletDeck<T>;")]
    public Task A_class_that_nothing_can_be_generated_for_is_left_to_DOO001(string declaration) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(
        Program("", $"[DigitalOceanOAuth] {declaration}"));

    [Theory]
    [InlineData("", "'dropletDeck' is neither added nor mapped, so nobody can sign in. Add builder.AddDropletDeck(); before the app is built and app.MapDropletDeck(); after that.")]
    [InlineData("builder.AddDropletDeck();", "'dropletDeck' is added but never mapped, so /in returns 404. Add app.MapDropletDeck(); after the app is built.")]
    [InlineData("app.MapDropletDeck();", "'dropletDeck' is mapped but never added, so /in fails. Add builder.AddDropletDeck(); before the app is built.")]
    public Task The_message_names_the_missing_line(string calls, string message) => Rule<UnusedApplicationAnalyzer>.SaysInProjectAsync(
        message, Program(calls, "[DigitalOceanOAuth(LoginPath = \"/in\")] public static partial class {|#0:dropletDeck|};"));

    [Theory]
    [InlineData("error", "DOO007")]
    [InlineData("none", null)]
    public Task The_severity_is_set_in_the_editorconfig(string severity, string? id) => Rule<UnusedApplicationAnalyzer>.ReportsInProjectWithSettingsAsync(
        $"dotnet_diagnostic.DOO007.severity = {severity}\n",
        Program("", $"{Class} {(id is null ? "DropletDeck" : "{|DOO007:DropletDeck|}")};"));

    [Fact]
    public Task A_pragma_suppresses_it() => Rule<UnusedApplicationAnalyzer>.ReportsInProjectAsync(Program("", $"""
        #pragma warning disable DOO007 // mapped by a plug-in
        {Class} DropletDeck;
        #pragma warning restore DOO007
        """));

    private static string Program(string calls, string classes) => $$"""
        using DoOAuth;
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{calls}}
        app.Run();
        static void Run(Func<DigitalOceanOAuthBuilder> add, Func<DigitalOceanEndpointConventionBuilder> map) { add(); map(); }
        static class Other { public static void AddOther(this IHostApplicationBuilder builder) { } public static void MapOther(this IEndpointRouteBuilder app) { } }
        {{classes}}
        """;
}
