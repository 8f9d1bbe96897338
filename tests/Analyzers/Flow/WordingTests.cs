namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103 says which endpoint, which call, which scope, on which path, and the line that fixes it.</summary>
public sealed class WordingTests
{
    [Fact]
    public Task A_call_in_the_handler_itself() => FlowProject.SaysAsync(
        "GET /droplets calls GET /v2/droplets, but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/droplets", (DigitalOceanClient client) => client.GetStringAsync("/v2/droplets"));""");

    [Fact]
    public Task A_way_through_methods() => FlowProject.SaysAsync(
        "POST /droplets calls GET /v2/droplets/{droplet_id} through Handlers.ListAsync → Service.LoadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapPost|}("/droplets", Handlers.ListAsync);""",
        """
        static class Handlers { public static Task<string> ListAsync(Service service) => service.LoadAsync(); }
        class Service(DigitalOceanClient client)
        {
            public Task<string> LoadAsync() => client.GetStringAsync("/v2/droplets/1");
        }
        """);

    [Fact]
    public Task A_way_through_everything_that_has_a_name() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through Local → new Model → Model.Text → … → Service.Core → ReadAsync (Test0.cs, line 27), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}("/x", Local); static Task<string> Local(Service service) => new Model(service).Started;""",
        """
        class Model
        {
            public Task<string> Started { get; }
            private readonly Service _service;
            public Model(Service service) { _service = service; Started = Text; }
            private Task<string> Text => _service.Load();
        }
        class Service(DigitalOceanClient client)
        {
            public Task<string> Load() => Next();
            private Task<string> Next() => Core();
            private Task<string> Core() => client.ReadAsync();
        }
        """);

    [Fact]
    public Task The_route_with_its_groups() => FlowProject.SaysAsync(
        "GET /api/v1/droplets/{id} calls GET /v2/droplets through ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """var api = app.MapGroup("/api/"); api.MapGroup("v1").WithTags("t").{|#0:MapGet|}("/droplets/{id}", Api.ReadAsync);""");

    [Fact]
    public Task Several_verbs() => FlowProject.SaysAsync(
        "GET|HEAD /x calls GET /v2/droplets through ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapMethods|}("/x", new[] { "GET", HttpMethods.Head, "head" }, Api.ReadAsync);""");

    [Fact]
    public Task A_route_that_cannot_be_read() => FlowProject.SaysAsync(
        "This endpoint calls GET /v2/droplets through ReadAsync (Test0.cs, line 15), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """app.{|#0:MapGet|}(args[0], Api.ReadAsync);""");

    [Fact]
    public Task Guards_that_are_set_aside() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through ReadAsync (Test0.cs, line 15), but AllowAnonymous() disables the guard for the scope 'droplet:read'. Remove it, or check user.HasScope(Scopes.Droplet.Read) before the call.",
        """app.{|#0:MapGet|}("/x", Api.ReadAsync).RequireDropletRead().AllowAnonymous();""");

    [Fact]
    public Task An_endpoint_that_lets_everybody_in() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/droplets through ReadAsync (Test0.cs, line 15), but AllowAnonymous() lets in users without the scope 'droplet:read'. Replace it with .RequireDropletRead(), or check user.HasScope(Scopes.Droplet.Read) before the call.",
        """app.{|#0:MapGet|}("/x", Api.ReadAsync).AllowAnonymous();""");

    [Fact]
    public Task Which_of_several_callers_brings_no_guard() => FlowProject.SaysAsync(
        "GET /b/x (mapped in Test0.cs, line 10) calls GET /v2/droplets through ReadAsync (Test0.cs, line 16), but no guard covers the scope 'droplet:read'. Add .RequireDropletRead().",
        """
        app.MapGroup("/a").RequireDropletRead().MapDroplets();
        app.MapGroup("/b").MapDroplets();
        """,
        """static class Droplets { public static void MapDroplets(this RouteGroupBuilder group) => group.{|#0:MapGet|}("/x", Api.ReadAsync); }""");

    [Fact]
    public Task An_address_that_holds_a_value() => FlowProject.SaysAsync(
        "GET /x calls GET /v2/account/keys/{ssh_key_identifier}, but no guard covers the scope 'ssh_key:read'. Add .RequireSshKeyRead().",
        """app.{|#0:MapGet|}("/x", (DigitalOceanClient client, int id) => client.GetStringAsync($"/v2/account/keys/{id}"));""");
}
