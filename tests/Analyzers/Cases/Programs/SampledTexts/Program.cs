using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DoOAuth;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
var api = app.MapGroup("/api").RequireApiRead().RequireApiWrite();

// Texts that the caller decides, in a path.

// case: in a lambda of LINQ
api.MapGet("/a1", (string ids, DigitalOceanClient c) => Task.WhenAll(ids.Split(',').Select(id => c.GetStringAsync($"/v2/domains/{id}")))); // expect: DOO106
api.MapGet("/a2", (string[] names, DigitalOceanClient c) => Task.WhenAll(names.Where(name => name.Length > 0).Select(name => c.DeleteAsync($"/v2/tags/{name}")))); // expect: DOO106
api.MapPost("/a3", (List<string> names, DigitalOceanClient c) => { names.ForEach(name => c.DeleteAsync("/v2/tags/" + name)); }); // expect: DOO106
api.MapPost("/a4", (Batch batch, DigitalOceanClient c) => Task.WhenAll(from item in batch.Items select c.GetStringAsync($"/v2/certificates/{item.Id}"))); // expect: DOO106
api.MapPost("/a5", (Batch batch, DigitalOceanClient c) => Parallel.ForEachAsync(batch.Items, async (item, cancel) => await c.DeleteAsync($"/v2/firewalls/{item.Id}", cancel))); // expect: DOO106
api.MapGet("/a6", (long[] ids, DigitalOceanClient c) => Task.WhenAll(ids.Select(id => c.GetStringAsync($"/v2/droplets/{id}"))));
api.MapGet("/a7", (DigitalOceanClient c) => Task.WhenAll(new[] { "a", "b" }.Select(id => c.GetStringAsync($"/v2/domains/{id}"))));
api.MapGet("/a8", (string ids, DigitalOceanClient c) => Task.WhenAll(ids.Split(',').Select(DigitalOceanPath.Segment).Select(id => c.GetStringAsync($"/v2/domains/{id}"))));
api.MapGet("/a9", (string ids, DigitalOceanClient c) => Task.WhenAll(ids.Split(',').Select(int.Parse).Select(id => c.GetStringAsync($"/v2/droplets/{id}"))));

// case: deconstruction
api.MapPost("/b1", (Pair pair, DigitalOceanClient c) => { var (domain, record) = pair; return c.GetStringAsync($"/v2/domains/{domain}/records/{record}"); }); // expect: DOO106
api.MapGet("/b2", (string a, long b, DigitalOceanClient c) => { var (name, id) = (a, b); return c.GetStringAsync($"/v2/domains/{name}/records/{id}"); }); // expect: DOO106
api.MapGet("/b3", (string a, long b, DigitalOceanClient c) => { var (name, id) = (a, b); return c.GetStringAsync($"/v2/droplets/{id}?x={name}"); });
api.MapPost("/b4", async (Pair[] pairs, DigitalOceanClient c) => { foreach (var (domain, record) in pairs) { await c.GetStringAsync($"/v2/domains/{domain}/records/{record}"); } }); // expect: DOO106
api.MapGet("/b5", (HttpRequest r, DigitalOceanClient c) => { foreach (var (key, value) in r.Query) { c.GetStringAsync($"/v2/tags/{key}"); } return ""; }); // expect: DOO106

// case: JSON
api.MapPost("/c1", (JsonElement body, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{body.GetProperty("name").GetString()}")); // expect: DOO106
api.MapPost("/c2", (JsonElement body, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{body.GetProperty("id").GetInt64()}"));
api.MapPost("/c3", async (HttpRequest r, DigitalOceanClient c) => { var body = await r.ReadFromJsonAsync<Item>(); return await c.GetStringAsync($"/v2/certificates/{body!.Id}"); }); // expect: DOO106
api.MapPost("/c4", async (HttpRequest r, DigitalOceanClient c) => { using var reader = new StreamReader(r.Body); var name = await reader.ReadToEndAsync(); return await c.GetStringAsync($"/v2/tags/{name}"); }); // undecidable: DOO106
api.MapPost("/c5", async (HttpRequest r, DigitalOceanClient c) => { var form = await r.ReadFormAsync(); return await c.GetStringAsync("/v2/tags/" + form["name"]); }); // expect: DOO106

// case: values that know their limits
api.MapGet("/d1", (Guid id, DateTime at, TimeSpan span, DigitalOceanClient c) => c.GetStringAsync($"/v2/certificates/{id}"));
api.MapGet("/d2", (Size size, DigitalOceanClient c) => c.GetStringAsync($"/v2/domains/{size}"));
api.MapGet("/d3/{id:guid}", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/certificates/{id}"));
api.MapGet("/d4/{name:alpha}", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name}"));
api.MapGet("/d5", ([RegularExpression("^[a-z]+$")] string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name}")); // undecidable: DOO106
api.MapGet("/d6", (string name, DigitalOceanClient c) => name is "web" or "db" ? c.GetStringAsync($"/v2/tags/{name}") : Task.FromResult(""));
api.MapGet("/d7", (string id, DigitalOceanClient c) => Guid.TryParse(id, out var guid) ? c.GetStringAsync($"/v2/certificates/{guid}") : Task.FromResult(""));
api.MapGet("/d8", (string id, DigitalOceanClient c) => long.TryParse(id, out _) ? c.GetStringAsync($"/v2/droplets/{id}") : Task.FromResult(""));
api.MapGet("/d9", (string name, DigitalOceanClient c) => Known.Contains(name) ? c.GetStringAsync($"/v2/tags/{name}") : Task.FromResult(""));
api.MapGet("/d10", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags?name={name}"));
api.MapGet("/d11", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name))}"));
api.MapGet("/d12", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name.Length}"));
api.MapGet("/d13", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name.GetHashCode():x}"));

// case: escaped is not enough
api.MapGet("/e1", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{Uri.EscapeDataString(name)}")); // expect: DOO106
api.MapGet("/e2", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{System.Net.WebUtility.UrlEncode(name)}")); // expect: DOO106
api.MapGet("/e3", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name.Replace("/", "")}")); // expect: DOO106
api.MapGet("/e4", (string name, DigitalOceanClient c) => c.GetStringAsync("/v2/tags/" + name.Trim('/'))); // expect: DOO106

// case: through layers
api.MapGet("/f1/{name}", (string name, TagService tags) => tags.Get(name));
api.MapGet("/f2/{name}", (string name, ITags tags) => tags.One(name));
api.MapPost("/f3", (Item item, TagService tags) => tags.Put(new TagService.Options { Name = item.Id }));
api.MapGet("/f4/{name}", (string name, HttpContext context, TagService tags) => { context.Items["name"] = name; return tags.Get("web2"); });
api.MapGet("/f5", (HttpContext context, TagService tags) => tags.FromContext(context));
api.MapGet("/f6/{id}", (TagService tags, string id) => tags.Safe(id));

// case: records with other values
api.MapPost("/g1", (Item item, DigitalOceanClient c) => { var other = item with { Id = "7" }; return c.GetStringAsync($"/v2/certificates/{other.Id}"); });
api.MapPost("/g2", (Item item, DigitalOceanClient c) => { var other = item with { Kind = "x" }; return c.GetStringAsync($"/v2/certificates/{other.Id}"); }); // expect: DOO106

// case: ranges and substrings of texts
api.MapGet("/h1", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name[1..]}")); // expect: DOO106
api.MapGet("/h2", (string name, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{name[0]}")); // undecidable: DOO106
api.MapGet("/h3", (string name, DigitalOceanClient c) => c.GetStringAsync(string.Concat("/v2/tags/", name.AsSpan(1)))); // undecidable: DOO106
app.Run();

public partial class TagService(DigitalOceanClient client)
{
    public Task<string> Get(string name) => client.GetStringAsync($"/v2/tags/{name}"); // expect: DOO106
    public Task Put(Options options) => client.PostAsync($"/v2/tags/{options.Name}/resources", null); // undecidable: DOO106
    public Task<string> FromContext(HttpContext context) => client.GetStringAsync($"/v2/tags/{context.Request.RouteValues["id"]}"); // expect: DOO106
    public Task<string> Safe(string id) { ArgumentException.ThrowIfNullOrEmpty(id); return client.GetStringAsync("/v2/tags/" + DigitalOceanPath.Segment(id)); }
    public sealed class Options { public string Name { get; init; } = ""; }
}

public interface ITags { Task<string> One(string name); }
public class Tags(DigitalOceanClient client) : ITags { public Task<string> One(string name) { var path = $"/v2/tags/{name}"; return client.GetStringAsync(path); } } // expect: DOO106

public record Item(string Id, string Kind);
public record Batch(Item[] Items);
public record Pair(string Domain, long Record);
public enum Size { Small, Large }
public static class Known { private static readonly HashSet<string> All = ["web", "db"]; public static bool Contains(string name) => All.Contains(name); }

// case: a component's parameters
[Microsoft.AspNetCore.Components.Route("/droplets/{Id}/{Number:long}")]
public class DropletView(DigitalOceanClient client) : ComponentBase
{
    [Parameter] public string Id { get; set; } = "";
    [Parameter] public long Number { get; set; }
    [Parameter, SupplyParameterFromQuery] public string? Tag { get; set; }
    protected override async Task OnInitializedAsync()
    {
        await client.GetStringAsync($"/v2/droplets/{Id}"); // expect: DOO106 #id
        await client.GetStringAsync($"/v2/droplets/{Number}");
        await client.GetStringAsync($"/v2/tags/{Tag}"); // expect: DOO106 #tag
    }
}

// case: a controller
[ApiController, Microsoft.AspNetCore.Mvc.Route("[controller]")]
public class TagsController(DigitalOceanClient client) : ControllerBase
{
    [FromRoute] public string? Name { get; set; }
    [HttpGet("{name}")] public Task<string> Get(string name) => client.GetStringAsync("/v2/tags/" + name); // expect: DOO106 #get
    [HttpGet("{id:int}/x")] public Task<string> ById(string id) => client.GetStringAsync("/v2/droplets/" + id);
    [HttpDelete("{name}")] public Task Drop() => client.DeleteAsync("/v2/tags/" + Name); // expect: DOO106 #drop
    [HttpGet("h")] public Task<string> Header([FromHeader] string tag) => client.GetStringAsync("/v2/tags/" + tag); // expect: DOO106 #header
    [HttpGet("r")] public Task<string> Raw() => client.GetStringAsync("/v2/tags/" + Request.Query["x"]); // expect: DOO106 #raw
}

// case: a hub
public class TagHub(DigitalOceanClient client) : Hub { public async IAsyncEnumerable<string> Watch(string[] names) { foreach (var name in names) { yield return await client.GetStringAsync($"/v2/tags/{name}"); } } } // expect: DOO106

[DigitalOceanOAuth]
[DigitalOceanScope("api:read")]
[DigitalOceanScope("api:write")]
public static partial class Deck;
