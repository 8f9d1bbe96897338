using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.CodeFixes;
using DoOAuth.Generator;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>The rules and their fixes together, over files.</summary>
public sealed class RealRuleFixTests
{
    [Fact]
    public Task What_scopes_require_is_declared_beside_them_on_each_class() => new ProjectFix<RequiredScopeAnalyzer, DeclareScopeFix>(
        ["using DoOAuth;\n[DigitalOceanOAuth]\n[{|DOO005:DigitalOceanScope(Scopes.Addon.Create)|}]\nstatic partial class First;\n", "using DoOAuth;\n[DigitalOceanOAuth(GuardPrefix = \"Second\"), {|DOO005:DigitalOceanScope(Scopes.Addon.Delete)|}]\nstatic partial class Second;\n"],
        ["using DoOAuth;\n[DigitalOceanOAuth]\n[DigitalOceanScope(Scopes.Addon.Create)]\n[DigitalOceanScope(Scopes.Addon.Read)]\nstatic partial class First;\n", "using DoOAuth;\n[DigitalOceanOAuth(GuardPrefix = \"Second\"), DigitalOceanScope(Scopes.Addon.Delete), DigitalOceanScope(Scopes.Addon.Read)]\nstatic partial class Second;\n"])
    {
        Steps = 2,
    }.AssertAsync();

    [Fact]
    public Task What_guards_and_calls_ask_for_is_declared_in_the_other_file() => new ProjectFix<UndeclaredGuardAnalyzer, DeclareScopeFix>(
        [
            "using DoOAuth;\nclass Handlers { [RequireScope({|DOO101:Scopes.Droplet.Read|}, {|DOO101:\"image:read\"|}, Scheme = \"Deck\")] void Show() { } }",
            "using DoOAuth;\n[DigitalOceanOAuth(Scheme = \"Deck\")]\nstatic partial class DropletDeck;\n",
        ],
        [
            "using DoOAuth;\nclass Handlers { [RequireScope(Scopes.Droplet.Read, \"image:read\", Scheme = \"Deck\")] void Show() { } }",
            "using DoOAuth;\n[DigitalOceanOAuth(Scheme = \"Deck\")]\n[DigitalOceanScope(Scopes.Droplet.Read)]\n[DigitalOceanScope(Scopes.Image.Read)]\nstatic partial class DropletDeck;\n",
        ])
    {
        Steps = 2,
    }.AssertAsync();

    [Fact]
    public Task Every_endpoint_of_a_program_gets_the_guards_of_its_calls() => new ProjectFix<ApiUseAnalyzer, AddGuardFix>(
        [
            """
            using DoOAuth;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            var group = app.MapGroup("/droplets");
            group.{|DOO103:MapGet|}("/", (DigitalOceanClient digitalOcean) => digitalOcean.GetStringAsync("/v2/droplets"));
            group.{|DOO103:MapDelete|}("/{id}", async (long id, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
            {
                await digitalOcean.DeleteAsync($"/v2/droplets/{id}", cancel);
            });
            Pages.Map(app);
            app.Run();

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Account.Read)]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            [DigitalOceanScope(Scopes.Droplet.Delete)]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            static class Pages
            {
                public static void Map(WebApplication app) => app
                    .{|DOO103:MapGet|}("/page", Show)
                    .WithName("page");

                private static Task<string> Show(DigitalOceanClient digitalOcean) => digitalOcean.GetStringAsync("/v2/droplets");
            }
            """,
        ],
        [
            """
            using DoOAuth;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            var group = app.MapGroup("/droplets");
            group.MapGet("/", (DigitalOceanClient digitalOcean) => digitalOcean.GetStringAsync("/v2/droplets")).RequireDropletRead();
            group.MapDelete("/{id}", async (long id, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
            {
                await digitalOcean.DeleteAsync($"/v2/droplets/{id}", cancel);
            })
            .RequireDropletDelete();
            Pages.Map(app);
            app.Run();

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Account.Read)]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            [DigitalOceanScope(Scopes.Droplet.Delete)]
            static partial class DropletDeck;
            """,
            """
            using DoOAuth;

            static class Pages
            {
                public static void Map(WebApplication app) => app
                    .MapGet("/page", Show)
                    .WithName("page")
                    .RequireDropletRead();

                private static Task<string> Show(DigitalOceanClient digitalOcean) => digitalOcean.GetStringAsync("/v2/droplets");
            }
            """,
        ])
    {
        Steps = 3,
        IsToldAtTheEnd = true,
    }.AssertAsync();
}
