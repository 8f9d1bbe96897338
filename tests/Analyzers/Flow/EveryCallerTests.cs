namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 names every endpoint and every path that no guard covers, not one of several.</summary>
public sealed class EveryCallerTests
{
    [Fact]
    public Task Each_caller_that_maps_an_endpoint_without_a_guard() => FlowProject.SaysAsync(
        "GET /b/x (mapped in Test0.cs, line 10), GET /c/x (mapped in Test0.cs, line 11) and GET /d/x (mapped in Test0.cs, line 13) call GET /v2/droplets through ReadAsync (Test0.cs, line 19), "
        + "but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """
        app.MapGroup("/a").RequireDropletRead().MapDroplets();
        app.MapGroup("/b").MapDroplets();
        app.MapGroup("/c").RequireSshKeyRead().MapDroplets();
        app.MapGroup("/e").RequireRead().MapDroplets();
        app.MapGroup("/d").MapDroplets();
        """,
        """
        static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|#0:MapGet|}("/x", Api.ReadAsync); public static RouteGroupBuilder RequireRead(this RouteGroupBuilder group) => group.RequireDropletRead(); }
        """);

    [Fact]
    public Task Each_route_of_a_method_that_takes_the_handler() => FlowProject.SaysAsync(
        "GET /x and POST /y call GET /v2/droplets through ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapBoth|}(Api.ReadAsync);""",
        """static class Both { public static void MapBoth(this IEndpointRouteBuilder app, Delegate handler) { app.MapGet("/x", handler); app.MapPost("/y", handler); } }""");

    [Fact]
    public Task Each_path_to_a_call() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through Service.Left → ReadAsync (Test0.cs, line 21), GET /v2/droplets through Service.Right → ReadAsync (Test0.cs, line 21) "
        + "and GET /v2/droplets through Service.Right → Service.Deep → ReadAsync (Test0.cs, line 21), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/x", (Service service, bool left) => left ? service.Left() : service.Right());""",
        """
        class Service(DigitalOceanClient client, DigitalOceanUser user)
        {
            public Task<string> Left() => client.ReadAsync();
            public async Task<string> Right() => await client.ReadAsync() + await Deep() + await Checked();
            private Task<string> Deep() => client.ReadAsync();
            private Task<string> Checked() => user.HasScope(Scopes.Droplet.Read) ? client.ReadAsync() : Task.FromResult("");
        }
        """);

    [Fact]
    public Task Each_call_of_the_scope() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets, GET /v2/droplets/{droplet_id} and GET /v2/droplets through ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/x", async (DigitalOceanClient client, int id) => await client.GetStringAsync("/v2/droplets") + await client.GetStringAsync($"/v2/droplets/{id}") + await client.ReadAsync());""");

    [Fact]
    public Task Methods_that_call_each_other_end_a_path() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through Service.Ping → ReadAsync (Test0.cs, line 19) and GET /v2/droplets through Service.Ping → Service.Pong → ReadAsync (Test0.cs, line 19), "
        + "but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/x", (Service service) => service.Ping(3));""",
        """
        class Service(DigitalOceanClient client)
        {
            public Task<string> Ping(int depth) => depth == 0 ? client.ReadAsync() : Pong(depth - 1);
            private Task<string> Pong(int depth) => depth == 0 ? client.ReadAsync() : Ping(depth - 1);
        }
        """);

    [Fact]
    public Task More_paths_than_anyone_reads_are_counted_as_others() => FlowProject.SaysAsync(
        "GET /x calls "
        + string.Concat(Enumerable.Range(0, 8).Select(number => $"{(number == 0 ? "" : ", ")}GET /v2/droplets through Service.M{number} → ReadAsync (Test0.cs, line 26)"))
        + " and others, but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        $$"""app.{|#0:MapGet|}("/x", async (Service service) => {{string.Join(" + ", Enumerable.Range(0, 9).Select(number => $"await service.M{number}()"))}});""",
        $$"""
        class Service(DigitalOceanClient client)
        {
            {{string.Join("\n    ", Enumerable.Range(0, 9).Select(number => $"public Task<string> M{number}() => client.ReadAsync();"))}}
        }
        """);

    [Fact]
    public Task Endpoints_of_one_place_with_different_problems_are_reported_separately() => FlowProject.ReportsAsync(
        """
        app.MapGroup("/a").AllowAnonymous().MapDroplets();
        app.MapGroup("/b").MapDroplets();
        """,
        """static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|DOO103:{|DOO103:MapGet|}|}("/x", Api.ReadAsync); }""");

    [Fact]
    public Task Each_endpoint_is_reported_where_it_is_mapped() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/x", Api.ReadAsync);
        app.MapGet("/y", Api.ReadAsync).RequireDropletRead();
        app.{|DOO103:MapPost|}("/z", (Service service) => service.Load());
        """,
        "class Service(DigitalOceanClient client) { public Task<string> Load() => client.ReadAsync(); }");
}
