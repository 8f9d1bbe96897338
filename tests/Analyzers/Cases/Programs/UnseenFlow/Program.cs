using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: endpoints that share a sender of records
app.MapGet("/1", (Api api) => api.Send(Routes.Vpcs)); // expect: DOO103 vpc:read
app.MapGet("/1b", (Api api) => api.Send(Routes.Vpcs)).RequireVpcRead();
app.MapGet("/1c", (Api api) => api.Send(Routes.Tags)).RequireTagRead();
app.MapGet("/1d", (Api api) => api.Send(Routes.Tags)).RequireVpcRead(); // expect: DOO103 tag:read

// case: services that share a base class with a constructor's path
app.MapGet("/2", (TagService tags) => tags.All()).RequireTagRead();
app.MapGet("/2b", (VpcService vpcs) => vpcs.All()).RequireVpcRead();
app.MapGet("/2c", (VpcService vpcs) => vpcs.All()).RequireTagRead(); // expect: DOO103 vpc:read

// case: generic repositories by the type's name
app.MapGet("/3", (Repository<Vpcs> all) => all.List()).RequireVpcRead();
app.MapGet("/3b", (Repository<Tags> all) => all.List()).RequireTagRead();
app.MapGet("/3c", (Repository<Tags> all) => all.List()).RequireVpcRead(); // expect: DOO103 tag:read

// case: static abstract members
app.MapGet("/4", (Store store) => store.All<VpcKind>()).RequireVpcRead();
app.MapGet("/4b", (Store store) => store.All<TagKind>()).RequireVpcRead(); // expect: DOO103 tag:read
app.MapGet("/4c", (Store store) => store.All<TagKind>()).RequireTagRead();

// case: a template with a path and a hook
app.MapPost("/5", (VpcExport export) => export.Run()).RequireVpcRead();
app.MapPost("/5b", (TagExport export) => export.Run()).RequireTagRead();
app.MapPost("/5c", (TagExport export) => export.Run()).RequireVpcRead(); // expect: DOO103 tag:read

// case: an interface with two implementations, chosen by type
app.MapGet("/6", (IExporter exporter) => exporter.Export()).RequireVpcRead(); // expect: DOO103 tag:read
app.MapGet("/6b", (TagExporter exporter) => exporter.Export()).RequireTagRead();

// case: a delegate by name
app.MapGet("/7", (Actions actions) => actions.Run("tags")).RequireTagRead().RequireVpcRead();
app.MapGet("/7b", (Actions actions) => actions.Run("tags")); // expect: DOO103

// case: paths in a loop that maps
foreach (var name in new[] { "vpcs", "tags" })
{
    app.MapGet($"/8/{name}", (DigitalOceanClient client) => client.GetStringAsync($"/v2/{name}")).RequireVpcRead().RequireTagRead();
}

// case: a helper that maps and guards by what it is told
app.MapResource("/9", "/v2/vpcs", Scopes.Vpc.Read);
app.MapResource("/9b", "/v2/tags", Scopes.Tag.Read);

// case: a switch on the user's scope
app.MapGet("/10", async (DigitalOceanUser user, DigitalOceanClient client) =>
{
    switch (user.HasScope(Scopes.Tag.Read))
    {
        case true:
            return await client.GetStringAsync("/v2/tags");
        default:
            return "";
    }
});

// case: asked per item of a table
app.MapGet("/11", async (DigitalOceanUser user, DigitalOceanClient client) => // undecidable: DOO103
{
    foreach (var (scope, path) in Routes.Table.Where(entry => user.HasScope(entry.Scope)))
    {
        await client.GetStringAsync(path);
    }
});

// case: scopes that a filter's constructor is told
app.MapGet("/12", (DigitalOceanClient client) => client.GetStringAsync("/v2/tags")).AddEndpointFilter(new Needs(Scopes.Tag.Read));
app.MapGet("/12b", (DigitalOceanClient client) => client.GetStringAsync("/v2/tags")).AddEndpointFilter(new Needs(Scopes.Vpc.Read)); // undecidable: DOO103

// case: no calls
app.MapGet("/13", (Clock clock) => clock.Now());
app.MapGet("/13b", () => Routes.Vpcs.Path);
app.MapGet("/13c", (Repository<Note> notes) => notes.Count());
app.Run();

record Route(HttpMethod Method, string Path);
static class Routes
{
    public static Route Vpcs { get; } = new(HttpMethod.Get, "/v2/vpcs");
    public static Route Tags { get; } = new(HttpMethod.Get, "/v2/tags");
    public static readonly (string Scope, string Path)[] Table = [(Scopes.Vpc.Read, "/v2/vpcs"), (Scopes.Tag.Read, "/v2/tags")];
}

class Api(DigitalOceanClient client) { public Task Send(Route route) => client.SendAsync(new HttpRequestMessage(route.Method, route.Path)); }
abstract class ServiceBase(DigitalOceanClient client, string path) { public Task<string> All() => client.GetStringAsync(path); }
class TagService(DigitalOceanClient client) : ServiceBase(client, "/v2/tags");
class VpcService(DigitalOceanClient client) : ServiceBase(client, "/v2/vpcs");
class Vpcs; class Tags; class Note;
class Repository<T>(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync($"/v2/{typeof(T).Name.ToLowerInvariant()}"); public int Count() => 0; }
interface IKind { static abstract string Path { get; } }
struct VpcKind : IKind { public static string Path => "/v2/vpcs"; }
struct TagKind : IKind { public static string Path => "/v2/tags"; }
class Store(DigitalOceanClient client) { public Task<string> All<T>() where T : IKind => client.GetStringAsync(T.Path); }
abstract class Export(DigitalOceanClient client) { protected abstract string Path(); protected virtual string Title => "x"; public async Task<string> Run() { var rows = await client.GetStringAsync(Path() + "?title=" + Title); return rows; } }
class VpcExport(DigitalOceanClient client) : Export(client) { protected override string Path() => "/v2/vpcs"; }
class TagExport(DigitalOceanClient client) : Export(client) { protected override string Path() => "/v2/tags"; protected override string Title => "y"; }
interface IExporter { Task<string> Export(); }
class VpcExporter(DigitalOceanClient client) : IExporter { public Task<string> Export() => client.GetStringAsync("/v2/vpcs"); }
class TagExporter(DigitalOceanClient client) : IExporter { public Task<string> Export() => client.GetStringAsync("/v2/tags"); }
class Actions { private readonly Dictionary<string, Func<Task<string>>> _all; public Actions(DigitalOceanClient client) => _all = new() { ["vpcs"] = () => client.GetStringAsync("/v2/vpcs"), ["tags"] = () => client.GetStringAsync("/v2/tags") }; public Task<string> Run(string name) => _all[name](); }
class Clock { public string Now() => ""; }
class Needs(string scope) : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.HttpContext.RequestServices.GetRequiredService<DigitalOceanUser>().HasScope(scope) ? await next(context) : Results.Forbid(); }
static class Mapping { public static void MapResource(this IEndpointRouteBuilder routes, string pattern, string path, string scope) => routes.MapGet(pattern, (DigitalOceanClient client) => client.GetStringAsync(path)).RequireDigitalOceanScope(Deck.Scheme, scope); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
public static partial class Deck;
