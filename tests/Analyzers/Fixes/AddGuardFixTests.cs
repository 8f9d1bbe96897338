using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.Analyzers.Tests.Fixes.StandIns;
using DoOAuth.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Fixes;

/// <summary>Guards are called behind an endpoint's other calls, laid out as those are.</summary>
public sealed class AddGuardFixTests
{
    private const string Declared = """

        namespace Deck
        {
            using DoOAuth;

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            [DigitalOceanScope(Scopes.Image.Read)]
            static partial class DropletDeck;
        }
        """;

    public static TheoryData<string, string> Layouts => new()
    {
        // On one line.
        { "app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\"); // Ours.", "app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead(); // Ours." },
        {
            "app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\").WithName(\"x\").AllowAnonymous();",
            "app.MapGet(\"/?RequireDropletRead\", () => \"\").WithName(\"x\").AllowAnonymous().RequireDropletRead();"
        },
        { "app.{|DOO103:MapGet|}(\"/?RequireDropletRead RequireImageRead\", () => \"\");", "app.MapGet(\"/?RequireDropletRead RequireImageRead\", () => \"\").RequireDropletRead().RequireImageRead();" },

        {
            "app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\").RequireImageRead();",
            "app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireImageRead().RequireDropletRead();"
        },

        // The chain is broken over lines.
        {
            """
            app.{|DOO103:MapGet|}("/?RequireDropletRead RequireImageRead", () => "")
               .WithName("x") // Kept.
               .AllowAnonymous();
            """,
            """
            app.MapGet("/?RequireDropletRead RequireImageRead", () => "")
               .WithName("x") // Kept.
               .AllowAnonymous()
               .RequireDropletRead()
               .RequireImageRead();
            """
        },
        {
            """
            app
                .MapGroup("/group")
                .{|DOO103:MapGet|}("/?RequireDropletRead", () => "");
            """,
            """
            app
                .MapGroup("/group")
                .MapGet("/?RequireDropletRead", () => "")
                .RequireDropletRead();
            """
        },
        {
            """
            app.{|DOO103:MapGet|}("/?RequireDropletRead", () => "").
                WithName("x");
            """,
            """
            app.MapGet("/?RequireDropletRead", () => "").
                WithName("x").
                RequireDropletRead();
            """
        },

        // The call itself is.
        {
            """
            app.{|DOO103:MapGet|}("/?RequireDropletRead", (CancellationToken cancel)
                    => "");
            """,
            """
            app.MapGet("/?RequireDropletRead", (CancellationToken cancel)
                    => "")
               .RequireDropletRead();
            """
        },
        {
            """
            app.{|DOO103:MapGet|}("/?RequireDropletRead", () =>
            {
                return "";
            });
            """,
            """
            app.MapGet("/?RequireDropletRead", () =>
            {
                return "";
            })
            .RequireDropletRead();
            """
        },
        {
            """
            app.{|DOO103:MapGet|}("/?RequireDropletRead", () =>
            {
                return "";
            }).WithName("x");
            """,
            """
            app.MapGet("/?RequireDropletRead", () =>
            {
                return "";
            }).WithName("x").RequireDropletRead();
            """
        },
        {
            """
            var endpoint = app.{|DOO103:MapGet|}(
                "/?RequireDropletRead", () => "");
            """,
            """
            var endpoint = app.MapGet(
                "/?RequireDropletRead", () => "")
                .RequireDropletRead();
            """
        },
        {
            """
            if (args.Length > 0)
            {
                app.{|DOO103:MapGet|}("/?RequireDropletRead",
                    () => "");
            }
            """,
            """
            if (args.Length > 0)
            {
                app.MapGet("/?RequireDropletRead",
                    () => "")
                   .RequireDropletRead();
            }
            """
        },

        // Where else an endpoint may stand.
        { "var endpoint = app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\");", "var endpoint = app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead();" },
        { "Keep(app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\"));", "Keep(app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead());" },
        {
            "(app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\"))!.WithName(\"x\");",
            "(app.MapGet(\"/?RequireDropletRead\", () => \"\"))!.WithName(\"x\").RequireDropletRead();"
        },
        { "app?.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\");", "app?.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead();" },
        { "Action map = () => app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\");", "Action map = () => app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead();" },
        {
            "RouteHandlerBuilder Local() => app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\");",
            "RouteHandlerBuilder Local() => app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead();"
        },
        {
            "EndpointRouteBuilderExtensions.{|DOO103:MapGet|}(app, \"/?RequireDropletRead\", () => \"\");",
            "EndpointRouteBuilderExtensions.MapGet(app, \"/?RequireDropletRead\", () => \"\").RequireDropletRead();"
        },

        // Before a call that ends the chain.
        {
            "app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\").WithName(\"x\").Finally(_ => { });",
            "app.MapGet(\"/?RequireDropletRead\", () => \"\").WithName(\"x\").RequireDropletRead().Finally(_ => { });"
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public Task The_guard_comes_last_and_as_the_others_do(string before, string after) => GuardsAsync(App(before), App(after));

    [Fact]
    public Task Tabs_and_line_breaks_stay_what_they_are() => GuardsAsync(
        App("if (args.Length > 0)\n{\n\tapp.{|DOO103:MapGet|}(\"/?RequireDropletRead\",\n\t\t() => \"\");\n\tapp.{|DOO103:MapGet|}(\"/?RequireImageRead\", () => \"\")\n\t\t.WithName(\"x\");\n}").ReplaceLineEndings("\r\n"),
        App("if (args.Length > 0)\n{\n\tapp.MapGet(\"/?RequireDropletRead\",\n\t\t() => \"\")\n\t\t.RequireDropletRead();\n\tapp.MapGet(\"/?RequireImageRead\", () => \"\")\n\t\t.WithName(\"x\")\n\t\t.RequireImageRead();\n}").ReplaceLineEndings("\r\n"),
        steps: 2);

    [Theory]
    [InlineData("indent_style = tab", "\t")]
    [InlineData("indent_style = space\nindent_size = 2", "  ")]
    public Task Where_the_file_does_not_tell_the_settings_do(string settings, string unit) => new ProjectFix<GuardsAskedFor, AddGuardFix>(
        ["using Deck;\nvar app = WebApplication.Create();\nvar endpoint = app.{|DOO103:MapGet|}(\n\"/?RequireDropletRead\", () => \"\");", Declared],
        [$"using Deck;\nvar app = WebApplication.Create();\nvar endpoint = app.MapGet(\n\"/?RequireDropletRead\", () => \"\")\n{unit}.RequireDropletRead();", Declared])
    {
        EditorConfig = settings,
    }.AssertAsync();

    [Theory]
    [InlineData(0, "Add .RequireDropletRead()", "RequireDropletRead")]
    [InlineData(1, "Add .RequireImageRead()", "RequireImageRead")]
    public Task Each_alternative_is_an_action(int action, string title, string guard) => new ProjectFix<GuardsAskedFor, AddGuardFix>(
        [App("app.{|DOO103:MapGet|}(\"/?RequireDropletRead|RequireImageRead\", () => \"\");\napp.{|DOO103:MapPut|}(\"/?RequireDropletRead|RequireImageRead\", () => \"\");"), Declared],
        [App($"app.MapGet(\"/?RequireDropletRead|RequireImageRead\", () => \"\").{guard}();\napp.MapPut(\"/?RequireDropletRead|RequireImageRead\", () => \"\").{guard}();"), Declared])
    {
        CodeActionIndex = action,
        Title = title,
        Steps = 2,
    }.AssertAsync();

    [Fact]
    public Task Several_reports_at_one_endpoint_give_each_guard_once() => GuardsAsync(
        App("app.{|DOO103:{|DOO103:{|DOO103:MapGet|}|}|}(\"/?RequireImageRead,RequireImageRead RequireDropletRead,RequireImageRead|RequireDropletRead\", () => \"\");"),
        App("app.MapGet(\"/?RequireImageRead,RequireImageRead RequireDropletRead,RequireImageRead|RequireDropletRead\", () => \"\").RequireImageRead().RequireDropletRead();"),
        steps: -2);

    [Fact]
    public Task An_endpoint_in_an_endpoints_arguments_is_guarded_too() => GuardsAsync(
        App("app.{|DOO103:MapGet|}(\"/?RequireImageRead\", () => app.{|DOO103:MapGet|}(\"/?RequireDropletRead\", () => \"\").ToString());"),
        App("app.MapGet(\"/?RequireImageRead\", () => app.MapGet(\"/?RequireDropletRead\", () => \"\").RequireDropletRead().ToString()).RequireImageRead();"),
        steps: 2);

    [Theory]
    [InlineData("RequireNobody")]
    [InlineData("RequireDropletDelete")]
    [InlineData("RequireDropletRead RequireNobody")]
    public Task Nothing_is_offered_that_does_not_exist(string guards) => GuardsAsync(
        App($"app.{{|DOO103:MapGet|}}(\"/?{guards}\", () => \"\");"), App($"app.{{|DOO103:MapGet|}}(\"/?{guards}\", () => \"\");"));

    [Fact]
    public Task Nothing_is_offered_where_a_call_returns_no_endpoint()
    {
        const string Own = "\nstatic class Own { public static void MapOwn(this WebApplication app, string route) => app.MapGet(route, () => route); }";
        return GuardsAsync(App("app.{|DOO103:MapOwn|}(\"/?RequireDropletRead\");") + Own, App("app.{|DOO103:MapOwn|}(\"/?RequireDropletRead\");") + Own);
    }

    private static Task GuardsAsync(string before, string after, int? steps = null) =>
        new ProjectFix<GuardsAskedFor, AddGuardFix>([before, Declared], [after, Declared]) { Steps = steps, IsAboutLayout = true }.AssertAsync();

    private static string App(string statements) =>
        $"using Deck;\nvar app = WebApplication.Create();\n{statements}\nstatic void Keep(object kept) {{ }}";
}
