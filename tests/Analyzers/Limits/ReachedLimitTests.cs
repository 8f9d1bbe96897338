using System.Globalization;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Tests.Limits;

/// <summary>Real code does not reach a limit, and what does is told (DOO108).</summary>
public sealed class ReachedLimitTests
{
    private static readonly string[] Scopes = ["Droplet", "Image", "Firewall", "Vpc", "Domain", "Tag", "Project", "Certificate", "SshKey"];

    [Fact]
    public async Task The_65th_and_the_500th_caller_without_a_guard_are_named()
    {
        var report = Assert.Single(await ReportsAsync(
            string.Concat(Enumerable.Range(0, 500).Select(number => $"app.MapGroup(\"/g{number}\"){(number is 64 or 499 ? "" : ".RequireDropletRead()")}.MapDroplets();\n")),
            "static class Mapping { public static void MapDroplets(this RouteGroupBuilder group) => group.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")); }"));
        Assert.Equal("DOO103", report.Id);
        Assert.Contains("/g64/x", report.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("/g499/x", report.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain("/g63/x", report.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_500_callers_without_a_guard_is_named()
    {
        var report = Assert.Single(await ReportsAsync(
            string.Concat(Enumerable.Range(0, 500).Select(number => $"app.MapGroup(\"/g{number}\").MapDroplets();\n")),
            "static class Mapping { public static void MapDroplets(this RouteGroupBuilder group) => group.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")); }"));
        var message = report.GetMessage(CultureInfo.InvariantCulture);
        Assert.All(Enumerable.Range(0, 500), number => Assert.Contains($"/g{number}/x ", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("an address that 100 methods pass on", "app.MapGet(\"/x\", (Service service) => service.Get0(\"/v2/volumes\")).RequireDropletRead();")]
    [InlineData("a text of 25 others", "app.MapGet(\"/x\", (DigitalOceanClient client, int a, int b) => { string[] kinds = [\"droplets\", \"droplets\", \"droplets\", \"droplets\", \"volumes\"], ends = [\"?a\", \"?b\", \"?c\", \"?d\", \"?e\"]; return client.GetStringAsync(\"/v2/\" + kinds[a] + ends[b]); }).RequireDropletRead();")]
    [InlineData("a query of ten optional parts", "app.MapGet(\"/x\", (DigitalOceanClient client, int n) => { var path = \"/v2/volumes?a=0\"; QUERY return client.GetStringAsync(path); }).RequireDropletRead();")]
    [InlineData("a builder whose methods call others", "app.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(new Builder().A0(\"/v2/volumes\").Build())).RequireDropletRead();")]
    public async Task What_exceeded_a_limit_once_is_read(string what, string statements)
    {
        Assert.NotEmpty(what);
        statements = statements.Replace("QUERY", string.Concat(Enumerable.Range(0, 10).Select(number => $"if (n > {number}) {{ path = path + \"&b={number}\"; }} ")), StringComparison.Ordinal);
        var report = Assert.Single(await ReportsAsync(statements, $$"""
            class Service(DigitalOceanClient client)
            {
                {{string.Concat(Enumerable.Range(0, 100).Select(number => $"public Task<string> Get{number}(string path) => Get{number + 1}(path);\n"))}}
                public Task<string> Get100(string path) => client.GetStringAsync(path);
            }

            class Builder
            {
                private string _path = "";
                public Builder A0(string path) { _path = path; B0(); return this; }
                {{string.Concat(Enumerable.Range(0, 8).Select(number => $"private void B{number}() => B{number + 1}();\n"))}}
                private void B8() { }
                public string Build() => _path;
            }
            """));
        Assert.Equal("DOO102", report.Id);
        Assert.Contains("block_storage:read", report.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_of_40_branches_has_no_guard() => Assert.Equal(["DOO103"], Ids(await ReportsAsync(
        $"var group = args.Length switch {{ {string.Concat(Enumerable.Range(0, 39).Select(number => $"{number} => app.MapGroup(\"/g{number}\").RequireDropletRead(), "))} _ => app.MapGroup(\"/last\") }}; "
        + "group.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")));

    [Theory]
    [InlineData(".RequireDropletRead()", false)]
    [InlineData("", true)]
    public async Task A_guard_40_groups_above_is_found(string guard, bool isReported) => Assert.Equal(isReported ? ["DOO103"] : [], Ids(await ReportsAsync(
        $"app.MapGroup(\"/a\"){guard}{string.Concat(Enumerable.Range(0, 40).Select(number => $".MapGroup(\"/{number}\")"))}.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")));

    [Theory]
    [InlineData("combinations of texts", "app.MapGet(\"/x\", (DigitalOceanClient client, int a, int b, int c) => { string[] digits = [\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]; return client.GetStringAsync($\"/v2/droplets/{digits[a]}{digits[b]}/x{digits[c]}\"); }).RequireDropletRead();")]
    [InlineData("builders around one another", "app.MapGroup(\"/a\")GROUPS.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\"));")]
    [InlineData("combinations of guards", "var g0 = app.MapGroup(\"/a\"); BRANCHES g9.MapGet(\"/x\", (DigitalOceanClient client) => client.GetStringAsync(\"/v2/droplets\")).RequireDropletRead();")]
    [InlineData("requests of a call", "app.MapGet(\"/x\", (DigitalOceanClient client, int a) => Doubling.Get0(client, \"/v2/x\", a)).RequireDropletRead();")]
    [InlineData("values of a variable that grows", "app.MapGet(\"/x\", (DigitalOceanClient client, int n) => { var path = \"/v2/droplets/1\"; GROWING return client.GetStringAsync(path); }).RequireDropletRead();")]
    public async Task A_limit_that_is_reached_is_told(string limit, string statements)
    {
        statements = statements
            .Replace("GROUPS", string.Concat(Enumerable.Range(0, 70).Select(number => $".MapGroup(\"/{number}\")")), StringComparison.Ordinal)
            .Replace("GROWING", string.Concat(Enumerable.Range(0, 8).Select(number => $"if (n > {number}) {{ path = path + \"{number}\"; }} ")), StringComparison.Ordinal)
            .Replace("BRANCHES", string.Concat(Scopes.Select((scope, number) => $"var g{number + 1} = args.Length > {number} ? g{number}.MapGroup(\"/a\").Require{scope}Read() : g{number}.MapGroup(\"/b\"); ")), StringComparison.Ordinal);
        var reports = await ReportsAsync(statements, limit != "requests of a call" ? "" : $$"""
            static class Doubling
            {
                {{string.Concat(Enumerable.Range(0, 12).Select(number => $"public static Task<string> Get{number}(DigitalOceanClient client, string path, int a) => Get{number + 1}(client, a > {number} ? path + \"a\" : path + \"b\", a);\n"))}}
                public static Task<string> Get12(DigitalOceanClient client, string path, int a) => client.GetStringAsync(path);
            }
            """);
        Assert.Contains(limit, Assert.Single(reports, report => report.Id == "DOO108").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alternatives_of_a_condition_that_are_too_many_are_told()
    {
        var pairs = Enumerable.Range(0, 7).Select(number => $"(user.HasScope(\"x{number}:read\") && user.HasScope(\"y{number}:read\"))");
        var reports = await ReportsAsync($"app.MapGet(\"/x\", async (DigitalOceanUser user, DigitalOceanClient client) => {string.Join(" || ", pairs)} ? await client.GetStringAsync(\"/v2/droplets\") : \"\").RequireDropletRead();");
        Assert.Contains("64 alternatives of a condition", Assert.Single(reports, report => report.Id == "DOO108").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Droplet", false)]
    [InlineData("Image", true)]
    public async Task A_scope_that_300_parts_of_a_condition_follow_is_asked_for(string scope, bool isReported) => Assert.Equal(isReported ? ["DOO103"] : [], Ids(await ReportsAsync(
        $"app.MapGet(\"/x\", async (bool a, DigitalOceanUser user, DigitalOceanClient client) => user.HasScope(DoOAuth.Scopes.{scope}.Read){string.Concat(Enumerable.Repeat(" && a", 300))} ? await client.GetStringAsync(\"/v2/droplets\") : \"\");")));

    private static IEnumerable<string> Ids(IEnumerable<Diagnostic> reports) => reports.Select(report => report.Id);

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string statements, string declarations = "") =>
    [
        .. (await UserProject.DiagnosticsAsync($$"""
            using DoOAuth;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            {{statements}}
            app.Run();

            {{declarations}}

            [DigitalOceanOAuth]
            {{string.Concat(Scopes.Select(scope => $"[DigitalOceanScope(Scopes.{scope}.Read)]\n"))}}
            public static partial class DropletDeck;
            """, "DOO108")).Where(diagnostic => diagnostic.Id.StartsWith("DOO", StringComparison.Ordinal)),
    ];
}
