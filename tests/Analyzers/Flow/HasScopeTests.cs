using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;

namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: code that asks for the scope before it calls needs no guard for it.</summary>
public sealed class HasScopeTests
{
    [Theory]
    [InlineData("if (user.HasScope(Scopes.Droplet.Read)) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (!user.HasScope(Scopes.Droplet.Read)) { return \"\"; } else { return await client.ReadAsync(); }")]
    [InlineData("if (!user.HasScope(Scopes.Droplet.Read)) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (!user.HasScope(Scopes.Droplet.Read)) { throw new InvalidOperationException(); } return await client.ReadAsync();")]
    [InlineData("if (!user.HasScope(Scopes.Droplet.Read)) throw new InvalidOperationException(); return await client.ReadAsync();")]
    [InlineData("if (user.HasScope(Scopes.Droplet.Read)) { } else { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (args.Length == 0 || !user.HasScope(Scopes.Droplet.Read)) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (args.Length == 0 && user.HasScope(Scopes.Droplet.Read)) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) ? await client.ReadAsync() : \"\";")]
    [InlineData("return !user.HasScope(Scopes.Droplet.Read) ? \"\" : await client.ReadAsync();")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) && (await client.ReadAsync()).Length > 0 ? \"a\" : \"b\";")]
    [InlineData("return !user.HasScope(Scopes.Droplet.Read) || (await client.ReadAsync()).Length > 0 ? \"a\" : \"b\";")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) == true ? await client.ReadAsync() : \"\";")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) != false ? await client.ReadAsync() : \"\";")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) is false ? \"\" : await client.ReadAsync();")]
    [InlineData("return user.HasScope(Scopes.Droplet.Read) switch { true => await client.ReadAsync(), false => \"\" };")]
    [InlineData("return user switch { { } u when u.HasScope(Scopes.Droplet.Read) => await client.ReadAsync(), _ => \"\" };")]
    [InlineData("switch (user) { case { } u when u.HasScope(Scopes.Droplet.Read): return await client.ReadAsync(); default: return \"\"; }")]
    [InlineData("var may = user.HasScope(Scopes.Droplet.Read); if (may) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("var may = user.HasScope(Scopes.Droplet.Read); if (!may) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (user.Scopes.Contains(Scopes.Droplet.Read)) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user.HasScope(\"read\")) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user.HasScope(Scopes.Droplet.Read)) { return await Task.Run(() => client.ReadAsync()); } return \"\";")]
    [InlineData("if (user.HasScope(Scopes.Droplet.Read)) { try { return await client.ReadAsync(); } catch (HttpRequestException) { return \"\"; } } return \"\";")]
    [InlineData("while (user.HasScope(Scopes.Droplet.Read)) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (May(user)) { return await client.ReadAsync(); } return \"\"; bool May(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read);")]
    [InlineData("if (user.MayRead()) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user.MayReadToday()) { return await client.ReadAsync(); } return \"\";")]
    public Task A_condition_that_proves_the_scope_covers_what_it_leads_to(string body) => FlowProject.ReportsAsync(
        $$"""app.MapGet("/x", async (DigitalOceanUser user, DigitalOceanClient client) => { {{body}} });""", Predicates);

    [Theory]
    [InlineData("return user is not null && user.HasScope(Scopes.Droplet.Read) ? await client.ReadAsync() : \"\";")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) == true ? await client.ReadAsync() : \"\";")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) is true ? await client.ReadAsync() : \"\";")]
    [InlineData("if (user?.HasScope(Scopes.Droplet.Read) is not true) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (user?.HasScope(Scopes.Droplet.Read) != true) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) ?? false ? await client.ReadAsync() : \"\";")]
    [InlineData("if (!(user?.HasScope(Scopes.Droplet.Read) ?? false)) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("return user is { } u && u.HasScope(Scopes.Droplet.Read) ? await client.ReadAsync() : \"\";")]
    [InlineData("if (user is null) { return \"\"; } if (!user.HasScope(Scopes.Droplet.Read)) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (user is null || !user.HasScope(Scopes.Droplet.Read)) { return \"\"; } return await client.ReadAsync();")]
    public Task A_user_who_may_be_absent_can_be_asked(string body) => FlowProject.ReportsAsync(
        $$"""app.MapGet("/x", async (DigitalOceanUser? user, DigitalOceanClient client) => { {{body}} });""");

    [Theory]
    [InlineData("if (user is null) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (user is null || user.HasScope(Scopes.Droplet.Read)) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user?.HasScope(Scopes.SshKey.Read) is true) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user!.HasScope(Scopes.Droplet.Read)) { return \"\"; } return await client.ReadAsync();")]
    [InlineData("if (!user!.HasScope(Scopes.Droplet.Read)) { Console.WriteLine(); } return await client.ReadAsync();")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) != false ? await client.ReadAsync() : \"\";")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) is not false ? await client.ReadAsync() : \"\";")]
    [InlineData("return user?.HasScope(Scopes.Droplet.Read) ?? true ? await client.ReadAsync() : \"\";")]
    [InlineData("if (user!.HasScope(Scopes.Droplet.Read)) { Console.WriteLine(); } return await client.ReadAsync();")]
    [InlineData("if (args.Length > 0) { if (!user!.HasScope(Scopes.Droplet.Read)) { return \"\"; } } return await client.ReadAsync();")]
    [InlineData("var may = user!.HasScope(Scopes.Droplet.Read); may = true; if (may) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user!.HasScope(Scopes.Droplet.Read) || args.Length > 0) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("if (user!.MayPerhaps()) { return await client.ReadAsync(); } return \"\";")]
    [InlineData("foreach (var _ in args) { if (!user!.HasScope(Scopes.Droplet.Read)) { break; } } return await client.ReadAsync();")]
    public Task A_condition_that_does_not_covers_nothing(string body) => FlowProject.ReportsAsync(
        $$"""app.{|DOO103:MapGet|}("/x", async (DigitalOceanUser? user, DigitalOceanClient client) => { {{body}} });""", Predicates);

    [Theory]
    [InlineData("", "if (user.HasScope(Scopes.Domain.Create) || user.HasScope(Scopes.Domain.Update)) { await client.PostAsync(\"/v2/domains/x/records\", null); }")]
    [InlineData("", "if (!user.HasScope(Scopes.Domain.Create) && !user.HasScope(Scopes.Domain.Update)) { return; } await client.PostAsync(\"/v2/domains/x/records\", null);")]
    [InlineData("DOO103", "if (user.HasScope(Scopes.Domain.Create) || user.HasScope(Scopes.Domain.Read)) { await client.PostAsync(\"/v2/domains/x/records\", null); }")]
    public Task Where_either_scope_will_do_either_may_be_asked_for(string rule, string body) => Rule<ApiUseAnalyzer>.ReportsInProjectAsync($$"""
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDropletDeck();
        var app = builder.Build();
        app.MapDropletDeck();
        app.{{(rule.Length == 0 ? "MapPost" : "{|" + rule + ":MapPost|}")}}("/x", async (DigitalOceanUser user, DigitalOceanClient client) => { {{body}} });
        app.MapGet("/y", () => "").RequireDomainRead();
        app.Run();

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Domain.Create)]
        [DigitalOceanScope(Scopes.Domain.Update)]
        [DigitalOceanScope(Scopes.Domain.Read)]
        public static partial class DropletDeck;
        """);

    [Fact]
    public Task What_is_reached_through_a_covered_call_is_covered() => FlowProject.ReportsAsync(
        """
        app.MapGet("/x", async (DigitalOceanUser user, Service service) => user.HasScope(Scopes.Droplet.Read) ? await service.Load() : "");
        app.{|DOO103:MapGet|}("/y", async (DigitalOceanUser user, Service service) => user.HasScope(Scopes.Droplet.Read) ? await service.Load() : await service.Again());
        """,
        """
        class Service(DigitalOceanClient client)
        {
            public Task<string> Load() => Inner();
            public Task<string> Again() => Inner();
            private Task<string> Inner() => client.ReadAsync();
        }
        """);

    [Fact]
    public Task A_service_can_ask_itself() => FlowProject.ReportsAsync(
        """app.MapGet("/x", async (DigitalOceanUser user, Service service) => await service.Load(user));""",
        """
        class Service(DigitalOceanClient client)
        {
            public async Task<string> Load(DigitalOceanUser user)
            {
                if (!CanRead(user))
                {
                    return "";
                }

                return await client.ReadAsync();
            }

            private static bool CanRead(DigitalOceanUser user) => user.HasScope(Scopes.Droplet.Read);
        }
        """);

    private const string Predicates = """
        static class Predicates
        {
            public static bool MayRead(this DigitalOceanUser user)
            {
                if (!user.HasScope(Scopes.Droplet.Read))
                {
                    return false;
                }

                return true;
            }

            public static bool MayReadToday(this DigitalOceanUser user) => DateTime.Today.Day > 1 && user.MayRead();

            public static bool MayPerhaps(this DigitalOceanUser user) => DateTime.Today.Day > 1 || user.MayRead();
        }
        """;
}
