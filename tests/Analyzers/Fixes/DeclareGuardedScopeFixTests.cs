using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>A guard that does not exist yet, since nobody declares its scope.</summary>
public sealed class DeclareGuardedScopeFixTests
{
    private const string Declared = "using DoOAuth;\n\n[DigitalOceanOAuth]\n[DigitalOceanScope(Scopes.Droplet.Read)]\npublic static partial class DropletDeck;\n";

    private static readonly string Fixed = With(Declared, "[DigitalOceanScope(Scopes.Droplet.Delete)]");

    [Theory]
    [InlineData("app.MapGet(\"/\", () => \"\").{|CS1061:RequireDropletDelete|}();")]
    [InlineData("app.MapGroup(\"/\").RequireDropletRead().{|CS1061:RequireDropletDelete|}().MapGet(\"/\", () => \"\");")]
    [InlineData("app.MapGet(\"/\", () => \"\")?{|CS1061:.RequireDropletDelete|}();")]
    [InlineData("Guard(app.MapGet(\"/\", () => \"\"));\nstatic T Guard<T>(T endpoint) where T : IEndpointConventionBuilder => endpoint.{|CS1061:RequireDropletDelete|}();")]
    [InlineData("DropletDeckExtensions.{|CS0117:RequireDropletDelete|}(app.MapGet(\"/\", () => \"\"));")]
    [InlineData("app.MapGet(\"/\", () => \"\").{|CS1061:@RequireDropletDelete|}();")]
    public Task The_scope_that_it_would_be_named_after_is_declared(string call) => FixesAsync(call, Declared, Fixed);

    [Fact]
    public Task A_method_of_that_name_for_something_else_is_no_hindrance() => FixesAsync(
        "{|CS1929:app.MapGet(\"/\", () => \"\")|}.RequireDropletDelete();\nstatic class Other { public static void RequireDropletDelete(this string text) { } }", Declared, Fixed);

    [Theory]
    [InlineData("RequireDropletsRead")]
    [InlineData("RequireAdminDropletRead")]
    [InlineData("DropletDelete")]
    [InlineData("RequireHost2")]
    [InlineData("Require")]
    public Task Nothing_is_offered_for_names_of_no_scope(string name) => OffersNothingAsync($"app.MapGet(\"/\", () => \"\").{{|CS1061:{name}|}}();", Declared);

    [Fact]
    public Task Nothing_is_offered_without_an_annotated_class() => OffersNothingAsync("app.MapGet(\"/\", () => \"\").{|CS1061:RequireDropletDelete|}();", "class Other;");

    [Fact]
    public Task The_prefix_tells_the_class() => FixesAsync(
        "app.MapGet(\"/\", () => \"\").{|CS1061:RequireAdminDropletDelete|}();",
        Declared + "[DigitalOceanOAuth(Scheme = \"Other\", GuardPrefix = \"Admin\", LoginPath = \"/admin/login\")]\npublic static partial class Admins;\n",
        Declared + "[DigitalOceanOAuth(Scheme = \"Other\", GuardPrefix = \"Admin\", LoginPath = \"/admin/login\")]\n[DigitalOceanScope(Scopes.Droplet.Delete)]\npublic static partial class Admins;\n");

    [Fact]
    public Task The_scope_is_declared_optional_by_the_second_action() =>
        new ProjectFix<EmptyDiagnosticAnalyzer, DeclareGuardedScopeFix>(
            [App("app.MapGet(\"/\", () => \"\").{|CS1061:RequireDropletDelete|}();"), Declared],
            [App("app.MapGet(\"/\", () => \"\").RequireDropletDelete();"), With(Declared, "[DigitalOceanScope(Scopes.Droplet.Delete, Optional = true)]")])
        {
            CodeActionIndex = 1,
            Title = "Declare Scopes.Droplet.Delete on DropletDeck, requested only when needed",
        }.AssertAsync();

    [Fact]
    public Task All_at_once_every_guard_gets_its_scope_and_other_errors_stay() =>
        new ProjectFix<EmptyDiagnosticAnalyzer, DeclareGuardedScopeFix>(
            [
                App("app.MapGet(\"/\", () => \"\").{|CS1061:RequireDropletDelete|}();\napp.MapGet(\"/2\", () => \"\").{|CS1061:RequireImageRead|}();\napp.{|CS1061:Fly|}();"),
                Declared,
                "static class Pages { static void Map(WebApplication app) => app.MapGet(\"/3\", () => \"\").{|CS1061:RequireDropletDelete|}(); }",
            ],
            [
                App("app.MapGet(\"/\", () => \"\").RequireDropletDelete();\napp.MapGet(\"/2\", () => \"\").RequireImageRead();\napp.{|CS1061:Fly|}();"),
                With(Declared, "[DigitalOceanScope(Scopes.Droplet.Delete)]\n[DigitalOceanScope(Scopes.Image.Read)]"),
                "static class Pages { static void Map(WebApplication app) => app.MapGet(\"/3\", () => \"\").RequireDropletDelete(); }",
            ])
        {
            Steps = 2,
        }.AssertAsync();

    private static Task FixesAsync(string call, string before, string after) =>
        new ProjectFix<EmptyDiagnosticAnalyzer, DeclareGuardedScopeFix>([App(call), before], [ProgramFile.WithoutMarks(App(call)), after])
        {
            Title = "Declare Scopes.Droplet.Delete on " + (after.Contains("Admins", StringComparison.Ordinal) ? "Admins" : "DropletDeck"),
        }.AssertAsync();

    private static Task OffersNothingAsync(string call, string declared) =>
        new ProjectFix<EmptyDiagnosticAnalyzer, DeclareGuardedScopeFix>([App(call), declared], [App(call), declared]).AssertAsync();

    private static string App(string call) => "var app = WebApplication.Create();\n" + call;

    private static string With(string declared, string attributes) =>
        declared.Replace("[DigitalOceanScope(Scopes.Droplet.Read)]\n", "[DigitalOceanScope(Scopes.Droplet.Read)]\n" + attributes + "\n", StringComparison.Ordinal);
}
