using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.Configure<Naming>(builder.Configuration.GetSection("Naming"));
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.MapHub<TagHub>("/hubs/tags").RequireTagRead();
var api = app.MapGroup("/api").RequireTagRead().RequireTagCreate().RequireTagDelete().RequireDatabaseRead().RequireDatabaseDelete().RequireSpacesKeyRead();

// Texts in paths. Every endpoint is guarded; what has no mark is no text that the caller decides, or one that is safe.

// case: FormattableString.Invariant
api.MapGet("/a1/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync(FormattableString.Invariant($"/v2/tags/{name}"))); // expect: DOO106
api.MapGet("/a1q/{id:guid}", (Guid id, DigitalOceanClient client) => client.GetStringAsync(FormattableString.Invariant($"/v2/databases/{id}")));

// case: in the middle of a path of two texts, one of which is safe
api.MapDelete("/a2/{cluster:guid}/{user}", (Guid cluster, string user, DigitalOceanClient client) => client.DeleteAsync($"/v2/databases/{cluster}/users/{user}")); // expect: DOO106
api.MapDelete("/a2q/{cluster:guid}/{user}", (Guid cluster, string user, DigitalOceanClient client) => client.DeleteAsync($"/v2/databases/{cluster}/users/{DigitalOceanPath.Segment(user)}"));

// case: string.Create with a culture
api.MapGet("/a3/{key}", (string key, DigitalOceanClient client) => client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/v2/spaces/keys/{key}"))); // expect: DOO106

// case: lower case and a trim
api.MapGet("/a4/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{name.Trim().ToLowerInvariant()}")); // expect: DOO106

// case: a default for what is missing
api.MapGet("/a5", (string? name, DigitalOceanClient client) => client.GetStringAsync("/v2/tags/" + (name ?? "default"))); // expect: DOO106

// case: a local that one branch replaces
api.MapGet("/a6/{name}", (string name, DigitalOceanClient client) =>
{
    var which = "all";
    if (name.Length > 3)
    {
        which = name;
    }

    return client.GetStringAsync($"/v2/tags/{which}"); // expect: DOO106
});

// case: the local is replaced on every path
api.MapGet("/a7/{name}", (string name, DigitalOceanClient client) =>
{
    name = name.Length > 3 ? "long" : "short";
    return client.GetStringAsync($"/v2/tags/{name}");
});

// case: a route value by an indexer with a cast
api.MapGet("/b1/{name}", (HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{(string)context.GetRouteValue("name")!}")); // expect: DOO106

// case: a header through TryGetValue
api.MapGet("/b2", (HttpRequest request, DigitalOceanClient client) => request.Headers.TryGetValue("x-tag", out var tag) ? client.GetStringAsync($"/v2/tags/{tag}") : Task.FromResult("")); // expect: DOO106

// case: a cookie through a pattern
api.MapGet("/b3", (HttpRequest request, DigitalOceanClient client) => request.Cookies["tag"] is { Length: > 0 } tag ? client.GetStringAsync($"/v2/tags/{tag}") : Task.FromResult("")); // expect: DOO106

// case: the name of an uploaded file
api.MapPost("/b4", (IFormFile file, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{file.FileName}")); // expect: DOO106

// case: a property of the body, taken apart by a pattern
api.MapPost("/b5", (Wanted wanted, DigitalOceanClient client) => wanted is { Tag: { } tag } ? client.GetStringAsync($"/v2/tags/{tag}") : Task.FromResult("")); // expect: DOO106

// case: a property of the body through a local function
api.MapPost("/b6", (Wanted wanted, DigitalOceanClient client) =>
{
    return client.GetStringAsync(Path()); // or: DOO106
    string Path() => $"/v2/tags/{wanted.Tag}"; // expect: DOO106
});

// case: a property of the body that is a number or an enum
api.MapPost("/b7", (Wanted wanted, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{wanted.Kind}-{wanted.Number}"));

// case: AsParameters
api.MapGet("/b8/{name}", ([AsParameters] TagArguments arguments) => arguments.Client.GetStringAsync($"/v2/tags/{arguments.Name}")); // expect: DOO106

// case: a header that the framework binds
api.MapGet("/b9", ([FromHeader(Name = "x-tag")] string tag, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{tag}")); // expect: DOO106

// case: a dictionary of the body, its keys
api.MapPost("/b10", async (Dictionary<string, int> counts, DigitalOceanClient client) =>
{
    foreach (var name in counts.Keys)
    {
        await client.DeleteAsync($"/v2/tags/{name}"); // expect: DOO106
    }
});

// case: numbers of a body
api.MapPost("/b11", (ImmutableArray<Guid> ids, DigitalOceanClient client) => Task.WhenAll(ids.Select(id => client.DeleteAsync($"/v2/databases/{id}"))));

// case: an assembled StringBuilder
api.MapGet("/c1/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync(new StringBuilder("/v2/tags/").Append(name).Append("?page=1").ToString())); // expect: DOO106

// case: UriBuilder's path
api.MapGet("/c2/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync(new UriBuilder("https", "api.digitalocean.com") { Path = "/v2/tags/" + name }.Uri)); // expect: DOO106

// case: Uri of a base and the rest
api.MapGet("/c3/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync(new Uri(new Uri("https://api.digitalocean.com/v2/tags/"), name))); // undecidable: DOO106

// case: the query alone
api.MapGet("/c4", (string name, int page, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags?page={page}&name={name}"));
api.MapGet("/c5", (HttpRequest request, DigitalOceanClient client) => client.GetStringAsync("/v2/tags" + request.QueryString));

// case: checked, and refused early
api.MapGet("/d1/{name}", async (string name, DigitalOceanClient client) =>
{
    if (!Names.Safe().IsMatch(name))
    {
        return Results.BadRequest();
    }

    return Results.Text(await client.GetStringAsync($"/v2/tags/{name}"));
});

// case: checked by a set
api.MapGet("/d2/{name}", (string name, DigitalOceanClient client) => Names.Known.Contains(name) ? client.GetStringAsync($"/v2/tags/{name}") : Task.FromResult(""));

// case: one of constants by a pattern
api.MapGet("/d3/{name}", (string name, DigitalOceanClient client) => name is "web" or "db" ? client.GetStringAsync($"/v2/tags/{name}") : Task.FromResult(""));

// case: parsed
api.MapGet("/d4/{id}", (string id, DigitalOceanClient client) => Guid.TryParse(id, out var known) ? client.GetStringAsync($"/v2/databases/{known}") : Task.FromResult(""));
api.MapGet("/d5/{kind}", (string kind, DigitalOceanClient client) => Enum.TryParse<Kind>(kind, out var known) ? client.GetStringAsync($"/v2/tags/{known}") : Task.FromResult(""));

// case: only its length is checked
api.MapGet("/d6/{name}", (string name, DigitalOceanClient client) => name is { Length: > 1 and < 64 } ? client.GetStringAsync($"/v2/tags/{name}") : Task.FromResult("")); // expect: DOO106

// case: a length parameter of the route is no limit of its letters
api.MapGet("/d7/{name:length(2,20)}", (string name, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{name}")); // expect: DOO106

// case: letters alone by the route
api.MapGet("/d8/{name:alpha}", (string name, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{name}"));

// case: translated by a switch
api.MapGet("/d9/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{name switch { "w" => "web", "d" => "db", _ => "other" }}"));

// case: a length and a hash of the text
api.MapGet("/d10/{name}", (string name, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{name.Length}-{name.GetHashCode(StringComparison.Ordinal):x}"));

// case: through a service and its private helper
api.MapGet("/e1/{name}", (string name, Tags tags) => tags.OneAsync(name));
api.MapGet("/e2", (Tags tags) => tags.OneAsync("web"));

// case: through an interface; nobody gives it a text of the caller's
api.MapGet("/e3", (ITagReader tags) => tags.ReadAsync("db"));

// case: through options
api.MapGet("/e4", (IOptions<Naming> naming, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{naming.Value.Prefix}"));

// case: through configuration and claims
api.MapGet("/e5", (IConfiguration configuration, HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/tags/{configuration["Tag"]}-{context.User.FindFirst("team")?.Value}"));

// case: from an answer of DigitalOcean's
api.MapGet("/e6", async (DigitalOceanClient client) => await client.GetStringAsync($"/v2/tags/{(await client.GetFromJsonAsync<Listed>("/v2/tags"))!.First}"));

// case: a record with another text
api.MapPost("/e7", (Wanted wanted, DigitalOceanClient client) => { var safe = wanted with { Tag = "web" }; return client.GetStringAsync($"/v2/tags/{safe.Tag}"); });

// case: the text is a part of the body's JSON, not of the path
api.MapPost("/e8/{name}", (string name, DigitalOceanClient client) => client.PostAsJsonAsync("/v2/tags", new { name }));
app.Run();

public enum Kind { Web, Db }
public record Wanted(string? Tag, Kind Kind, int Number);
public record Listed(string First);
public record struct TagArguments(string Name, DigitalOceanClient Client);
public class Naming { public string Prefix { get; set; } = "app"; }
public static partial class Names
{
    public static readonly System.Collections.Frozen.FrozenSet<string> Known = System.Collections.Frozen.FrozenSet.ToFrozenSet(["web", "db"]);
    public static Regex Safe() => new("^[a-z0-9-]+$");
}

public class Tags(DigitalOceanClient client)
{
    public Task<string> OneAsync(string name) => client.GetStringAsync(PathOf(name));
    private static string PathOf(string name) => $"/v2/tags/{name}"; // expect: DOO106
}

public interface ITagReader { Task<string> ReadAsync(string name); }
public class TagReader(DigitalOceanClient client) : ITagReader { public Task<string> ReadAsync(string name) => client.GetStringAsync($"/v2/tags/{name}"); }

// case: an action, its route and its body
[ApiController, Route("tags"), RequireScope(Scopes.Tag.Read), RequireScope(Scopes.Tag.Delete)]
public class TagsController(DigitalOceanClient client) : ControllerBase
{
    [HttpGet("{name}")] public Task<string> One(string name) => client.GetStringAsync($"/v2/tags/{name}"); // expect: DOO106
    [HttpDelete("{id:guid}")] public Task Drop(Guid id) => client.DeleteAsync($"/v2/tags/{id}");
    [HttpPost] public Task<string> Post([FromBody] Wanted wanted) => client.GetStringAsync(string.Join('/', "/v2/tags", wanted.Tag)); // expect: DOO106
}

// case: a hub's argument
public class TagHub(DigitalOceanClient client) : Hub { public Task<string> One(string name) => client.GetStringAsync($"/v2/tags/{name}"); } // expect: DOO106

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Tag.Create)]
[DigitalOceanScope(Scopes.Tag.Delete)]
[DigitalOceanScope(Scopes.Database.Read)]
[DigitalOceanScope(Scopes.Database.Delete)]
[DigitalOceanScope(Scopes.SpacesKey.Read)]
public static partial class Deck;
