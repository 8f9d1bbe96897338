using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DoOAuth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
var app = builder.Build();
app.MapDropletDeck();
var api = app.MapGroup("/api").RequireApiRead().RequireApiWrite();

// case: a parameter of a handler, in each way to put a path together
api.MapGet("/a1/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}")); // expect: DOO106
api.MapGet("/a2/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync("/v2/droplets/" + id + "/actions")); // expect: DOO106
api.MapGet("/a3/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync(string.Format("/v2/droplets/{0}", id))); // expect: DOO106
api.MapGet("/a4/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync(string.Concat("/v2/droplets/", id))); // expect: DOO106
api.MapGet("/a5/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync(string.Join("/", "/v2", "droplets", id))); // expect: DOO106
api.MapGet("/a6/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync("/v2/droplets/{id}".Replace("{id}", id))); // expect: DOO106
api.MapGet("/a7/{id}", (string id, DigitalOceanClient c) => c.GetStringAsync(new Uri($"/v2/droplets/{id}", UriKind.Relative))); // expect: DOO106
api.MapGet("/a8/{id}", async (string id, DigitalOceanClient c) =>
{
    var path = new StringBuilder("/v2/droplets/");
    path.Append(id); // expect: DOO106
    await c.DeleteAsync(path.ToString());
});
api.MapGet("/a9/{id}", async (string id, DigitalOceanClient c) =>
{
    var path = "/v2/droplets/";
    path += id; // expect: DOO106
    using var request = new HttpRequestMessage(HttpMethod.Get, path);
    await c.SendAsync(request);
});
api.MapGet("/a10/{id}", async (string id, HttpClient http) => await http.GetStringAsync($"https://api.digitalocean.com/v2/images/{id}")); // expect: DOO106

// case: two in a path, and one twice
api.MapGet("/b1", (string a, string b, DigitalOceanClient c) => c.GetStringAsync(
    $"/v2/domains/{a}" + // expect: DOO106 #b1a
    $"/records/{b}")); // expect: DOO106 #b1b

// case: escaped, and not by Segment
api.MapGet("/c1", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{Uri.EscapeDataString(id)}")); // expect: DOO106
api.MapGet("/c2", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{WebUtility.UrlEncode(id)}")); // expect: DOO106
api.MapGet("/c3", (string id, DigitalOceanClient c) =>
{
    var escaped = Uri.EscapeDataString(id.Trim());
    return c.GetStringAsync($"/v2/tags/{escaped}"); // expect: DOO106
});

// case: what Segment returns, and what is escaped beside other letters
api.MapGet("/d1", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{DigitalOceanPath.Segment(id)}"));
api.MapGet("/d2", (string id, DigitalOceanClient c) =>
{
    var tag = DigitalOceanPath.Segment(id);
    return c.GetStringAsync("/v2/tags/" + tag);
});
api.MapGet("/d3", (string id, DigitalOceanClient c) =>
{
    id = DigitalOceanPath.Segment(id);
    return c.GetStringAsync("/v2/tags/" + id);
});
api.MapGet("/d4", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/env-{Uri.EscapeDataString(id)}"));

// case: types without dots
api.MapGet("/e1/{id}", (long id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}"));
api.MapGet("/e2/{id}", (Guid id, DigitalOceanClient c) => c.GetStringAsync($"/v2/volumes/{id}"));
api.MapGet("/e3/{kind}", (Kind kind, DigitalOceanClient c) => c.GetStringAsync($"/v2/{kind}"));
api.MapGet("/e4/{id}", (int id, DigitalOceanClient c) => c.GetStringAsync("/v2/droplets/" + id.ToString()));
api.MapGet("/e5/{at}", (DateTime at, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{at:yyyyMMdd}"));
api.MapGet("/e6/{id}", (int? id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}"));

// case: the query and the fragment
api.MapGet("/f1", (string tag, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets?tag_name={tag}"));
api.MapGet("/f2", (string tag, DigitalOceanClient c) => c.GetStringAsync("/v2/droplets#" + tag));
api.MapGet("/f3", (string query, DigitalOceanClient c) => c.GetStringAsync("/v2/droplets" + query));

// case: values that are checked, or of which the route lets only some through
api.MapGet("/g1/{id:int}", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}"));
api.MapGet("/g2/{id:guid}", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/volumes/{id}"));
api.MapGet("/g3/{id}", (string id, DigitalOceanClient c) => Regex.IsMatch(id, "^[0-9]+$") ? c.GetStringAsync($"/v2/droplets/{id}") : Task.FromResult(""));
api.MapGet("/g4/{id}", (string id, DigitalOceanClient c) =>
{
    if (!long.TryParse(id, out _))
    {
        return Task.FromResult("");
    }

    return c.GetStringAsync($"/v2/droplets/{id}");
});
api.MapGet("/g5/{kind}", (string kind, DigitalOceanClient c) => kind is "kernels" or "snapshots" ? c.GetStringAsync($"/v2/droplets/1/{kind}") : Task.FromResult(""));
api.MapGet("/g6/{kind}", (string kind, DigitalOceanClient c) => c.GetStringAsync("/v2/" + kind switch { "a" => "droplets", _ => "images" }));
api.MapGet("/g7/{id}", (string id, DigitalOceanClient c) => string.IsNullOrEmpty(id) ? Task.FromResult("") : c.GetStringAsync($"/v2/droplets/{id}")); // expect: DOO106
api.MapGet("/g8/{id:minlength(2)}", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}")); // expect: DOO106

// case: values of the request
api.MapGet("/h1", (HttpRequest request, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{request.Query["id"]}")); // expect: DOO106
api.MapGet("/h2", (HttpContext context, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{context.Request.RouteValues["id"]}")); // expect: DOO106
api.MapGet("/h3", (HttpContext context, DigitalOceanClient c) =>
{
    var id = context.GetRouteValue("id")!.ToString();
    return c.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106
});
api.MapGet("/h4", (HttpContext context, DigitalOceanClient c) =>
{
    string? id = context.Request.Headers["X-Droplet"];
    return c.GetStringAsync("/v2/droplets/" + id); // expect: DOO106
});
api.MapPost("/h5", (Wanted wanted, DigitalOceanClient c) => c.GetStringAsync($"/v2/images/{wanted.Image}")); // expect: DOO106
api.MapPost("/h6", (Wanted wanted, DigitalOceanClient c) => c.GetStringAsync($"/v2/images/{wanted.More.Slug}")); // expect: DOO106
api.MapPost("/h7", (Wanted wanted, DigitalOceanClient c) => c.GetStringAsync($"/v2/images/{wanted.Number}"));
api.MapPost("/h8", async (HttpRequest request, DigitalOceanClient c) =>
{
    var wanted = await request.ReadFromJsonAsync<Wanted>();
    return await c.GetStringAsync($"/v2/images/{wanted!.Image}"); // expect: DOO106
});
api.MapPost("/h9", async (string[] ids, DigitalOceanClient c) =>
{
    foreach (var id in ids)
    {
        await c.DeleteAsync($"/v2/droplets/{id}"); // expect: DOO106
    }

    await c.DeleteAsync($"/v2/images/{ids[0]}"); // expect: DOO106 #h9
});
api.MapGet("/h10", (char letter, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{letter}")); // expect: DOO106

// case: not the caller's
api.MapGet("/i1", (DigitalOceanUser user, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{user.Uuid}"));
api.MapGet("/i2", (IConfiguration configuration, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{configuration["Project"]}"));
api.MapGet("/i3", (IOptions<DeckOptions> options, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{options.Value.Project}"));
api.MapGet("/i4", (DeckOptions options, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{options.Project}"));
api.MapGet("/i5", async (DigitalOceanClient c) =>
{
    var image = await c.GetFromJsonAsync<Image>("/v2/images/1");
    return await c.GetStringAsync($"/v2/images/{image!.Slug}");
});
api.MapGet("/i6", (HttpClient http, string id) => http.GetStringAsync($"https://api.github.com/v2/users/{id}"));
api.MapGet("/i7", (DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{Environment.MachineName}"));

// case: through methods
api.MapGet("/j1/{id}", (string id, Service service) => service.GetAsync(id));
api.MapGet("/j2/{id}", (string id, Service service) => service.FirstAsync(DigitalOceanPath.Segment(id)));
api.MapGet("/j3/{id}", (long id, Service service) => service.NumberAsync(id.ToString()));
api.MapGet("/j4", (Service service) => service.KindAsync("kernels"));
api.MapGet("/j5", (Service service) => service.KindAsync("snapshots"));
api.MapGet("/j6/{id}", (string id, Service service) => service.SendAsync("/v2/droplets/" + id)); // expect: DOO106
api.MapGet("/j7/{id}", (string id, Service service) => service.HelpedAsync(id));
api.MapGet("/j8/{id}", (string id, Service service) => service.ViaInterface(service, id));
api.MapGet("/j9/{id}", Handlers.Get);
api.MapGet("/j10/{id:int}", Handlers.Number);
api.MapGet("/j11/{id}", (string id, DigitalOceanClient c) =>
{
    return Get(id);

    Task<string> Get(string name) => c.GetStringAsync($"/v2/droplets/{name}"); // expect: DOO106
});
api.MapGet("/j12/{id}", (string id, Service service) => service.HandleAsync(new GetImage(id, "actions")));
api.MapGet("/j13/{id}", (long id, Service service) => service.AnyAsync(id));
api.MapGet("/j14/{id}", (string id, Service service) => service.AnyTextAsync(id));
app.Run();

sealed class Service(DigitalOceanClient digitalOcean) : IService
{
    // case: a method that a handler calls
    public Task<string> GetAsync(string id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106

    // case: methods that are given what has no dots
    public Task<string> FirstAsync(string id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}");

    public Task<string> NumberAsync(string id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}");

    public Task<string> KindAsync(string kind) => digitalOcean.GetStringAsync($"/v2/droplets/1/{kind}");

    public Task<string> SendAsync(string path) => digitalOcean.GetStringAsync(path);

    public Task<string> AnyAsync<T>(T id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}");

    public Task<string> AnyTextAsync<T>(T id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106

    // case: a helper that makes the path
    public Task<string> HelpedAsync(string id) => digitalOcean.GetStringAsync(PathOf(id));

    private static string PathOf(string id) => $"/v2/droplets/{id}"; // expect: DOO106

    // case: behind an interface
    public Task<string> ViaInterface(IService service, string id) => service.ImageAsync(id);

    public Task<string> ImageAsync(string id) => digitalOcean.GetStringAsync($"/v2/images/{id}"); // expect: DOO106

    // case: a message that the project makes
    public Task<string> HandleAsync(GetImage message) => digitalOcean.GetStringAsync(
        $"/v2/images/{message.Id}" + // expect: DOO106
        $"/{message.Kind}");

    // case: a method that nobody calls
    public Task<string> UnusedAsync(string id) => digitalOcean.GetStringAsync($"/v2/volumes/{id}"); // expect: DOO106
}

static class Handlers
{
    // case: method groups
    public static Task<string> Get(string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106

    public static Task<string> Number(string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/droplets/{id}");
}

[ApiController]
[Route("images")]
public sealed class ImagesController(DigitalOceanClient digitalOcean) : ControllerBase
{
    // case: actions
    [FromQuery]
    public string Kind { get; set; } = "";

    [HttpGet("{id}")]
    public Task<string> Get(string id) => digitalOcean.GetStringAsync($"/v2/images/{id}"); // expect: DOO106

    [HttpGet("{id:long}/x")]
    public Task<string> GetNumber(string id) => digitalOcean.GetStringAsync($"/v2/images/{id}");

    [HttpGet]
    public Task<string> List() => digitalOcean.GetStringAsync($"/v2/images/{Kind}"); // expect: DOO106 #kind
}

interface IService
{
    Task<string> ImageAsync(string id);
}

enum Kind
{
    Droplets,
}

record GetImage(string Id, string Kind);

record Wanted(string Image, int Number, More More);

record More(string Slug);

record Image(string Slug);

sealed class DeckOptions
{
    public string Project { get; set; } = "";
}

[DigitalOceanOAuth]
[DigitalOceanScope("api:read")]
[DigitalOceanScope("api:write")]
public static partial class DropletDeck;
