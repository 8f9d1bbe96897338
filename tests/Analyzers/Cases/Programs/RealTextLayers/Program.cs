using Core;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<ICoreSender, CoreSender>().AddScoped<TagFacade>().AddScoped<TagService>().AddScoped<DatabaseService>().AddScoped<Nightly>();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/").RequireTagRead().RequireTagDelete().RequireDatabaseRead().RequireDatabaseDelete();

// Texts that go through layers before they are put into a path. Everything is guarded.

// case: the path is put together here, and a library sends it
api.MapGet("/1/{name}", (string name, ICoreSender sender, CancellationToken cancel) => sender.GetAsync($"{CorePaths.Tags}/{name}", cancel)); // expect: DOO106
api.MapGet("/1b/{name}", (string name, ICoreSender sender, CancellationToken cancel) => sender.GetAsync($"{CorePaths.Tags}/{DigitalOceanPath.Segment(name)}", cancel));
api.MapGet("/1c/{name}", (string name, ICoreSender sender) => sender.GetAsync(CorePaths.Tag(TagName.Parse(name))));
api.MapGet("/1d/{id:guid}", (Guid id, ICoreSender sender) => sender.GetAsync(CorePaths.Database(id)));

// case: three classes deep, in another file
api.MapDelete("/2/{name}", (string name, TagFacade tags) => tags.RemoveAsync(new RemoveTag(name, "by hand")));
api.MapGet("/2b/{page:int}", (int page, TagFacade tags) => tags.PageAsync(page));

// case: a text beside a Guid, in a method with optional parameters, from the body
api.MapPost("/3", (UserQuery query, DatabaseService databases) => databases.UserAsync(query.Cluster, query.User));
api.MapGet("/3b/{cluster:guid}", (Guid cluster, DatabaseService databases) => databases.PoolAsync(cluster));
api.MapGet("/3c/{cluster:guid}/{pool}", (Guid cluster, string pool, DatabaseService databases) => databases.PoolAsync(cluster, pool));

// case: a text that a local function puts in, from what it captured
api.MapGet("/4/{cluster:guid}", (Guid cluster, string topic, DigitalOceanClient client) =>
{
    return Read("topics");

    Task<string> Read(string kind) => client.GetStringAsync($"/v2/databases/{cluster}/{kind}/{topic}"); // expect: DOO106
});

// case: a builder with the text, in two steps
api.MapDelete("/5/{cluster:guid}/{db}", (Guid cluster, string db, DigitalOceanClient client) =>
{
    var segments = new List<string> { "v2", "databases", cluster.ToString(), "dbs" };
    var path = "/" + string.Join('/', segments) + "/" + db; // expect: DOO106
    return client.DeleteAsync(path); // or: DOO106
});

// case: translated, so that the text itself never gets in
api.MapGet("/6/{kind}", (string kind, DigitalOceanClient client) => client.GetStringAsync($"/v2/databases/options?kind={Kinds.Translate(kind)}"));
api.MapGet("/6b/{kind}", (string kind, DigitalOceanClient client) => Kinds.All.TryGetValue(kind, out var known) ? client.GetStringAsync($"/v2/tags/{known}") : Task.FromResult(""));
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Tag.Delete, Optional = true)]
[DigitalOceanScope(Scopes.Database.Read)]
[DigitalOceanScope(Scopes.Database.Delete, Optional = true)]
public static partial class Deck;
