using System.Globalization;
using System.Security.Claims;
using DoOAuth;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddScoped<CurrentTenant>();
var app = builder.Build();
app.MapDropletDeck();
var api = app.MapGroup("/api").RequireApiRead().RequireApiWrite();

// case: objects of the request
api.MapGet("/a1", ([AsParameters] Search search, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{search.Name}")); // expect: DOO106
api.MapPost("/a2", (Body body, DigitalOceanClient c) => c.PostAsync($"/v2/droplets/{body.Id}/actions", null)); // expect: DOO106
api.MapPost("/a3", (Body body, DigitalOceanClient c) =>
{
    var inner = body.Inner;
    return c.GetStringAsync($"/v2/images/{inner?.Slug}"); // expect: DOO106
});
api.MapPost("/a4", (IFormFile file, DigitalOceanClient c) => c.GetStringAsync($"/v2/images/{file.FileName}")); // expect: DOO106
api.MapPost("/a5", async (Body[] bodies, DigitalOceanClient c) =>
{
    foreach (var body in bodies)
    {
        await c.DeleteAsync($"/v2/droplets/{body.Id}"); // expect: DOO106
    }
});

// case: parts of texts
api.MapGet("/b1", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{id.Substring(1)}")); // expect: DOO106
api.MapGet("/b2", (string id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{id.Trim().ToLowerInvariant()}")); // expect: DOO106
api.MapGet("/b3", (string ids, DigitalOceanClient c) => Task.WhenAll(ids.Split(',').Select(id => c.GetStringAsync($"/v2/droplets/{id}")))); // expect: DOO106
api.MapGet("/b4", async (string ids, DigitalOceanClient c) =>
{
    foreach (var id in ids.Split(','))
    {
        await c.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106
    }
});
api.MapGet("/b5", (HttpRequest request, DigitalOceanClient c) => request.Query.TryGetValue("id", out var id)
    ? c.GetStringAsync($"/v2/tags/{id}") // expect: DOO106
    : Task.FromResult(""));
api.MapGet("/b6", (string? id, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{id ?? "all"}")); // expect: DOO106
api.MapGet("/b7", (string id, DigitalOceanClient c) => c.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/v2/tags/{id}"))); // expect: DOO106
api.MapGet("/b8", (string id, DigitalOceanClient c) => c.GetStringAsync($"""/v2/tags/{id}""")); // expect: DOO106
api.MapGet("/b9", async Task<IResult> (string id, DigitalOceanClient c) => Results.Text(await c.GetStringAsync(new UriBuilder("https://api.digitalocean.com") { Path = "v2/tags/" + id }.Uri))); // expect: DOO106

// case: not the caller's, or limited
api.MapGet("/c1", (CurrentTenant tenant, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{tenant.Project}"));
api.MapGet("/c2", (ClaimsPrincipal user, DigitalOceanClient c) => c.GetStringAsync($"/v2/projects/{user.FindFirstValue("project")}"));
api.MapGet("/c3", (string action, DigitalOceanClient c) =>
{
    switch (action)
    {
        case "kernels":
        case "backups":
            return c.GetStringAsync($"/v2/droplets/1/{action}");
        default:
            return Task.FromResult("");
    }
});
api.MapGet("/c4", (string name, Names names, DigitalOceanClient c) =>
{
    if (!names.IsKnown(name))
    {
        return Task.FromResult("");
    }

    return c.GetStringAsync($"/v2/tags/{name}");
});
api.MapGet("/c5", (Kind kind, DigitalOceanClient c) => c.GetStringAsync($"/v2/{kind.ToString().ToLowerInvariant()}"));
api.MapGet("/c6", (string id, DigitalOceanClient c) => Uri.TryCreate(id, UriKind.Relative, out _) ? c.GetStringAsync("/v2/account") : Task.FromResult(id));
api.MapGet("/c7", (decimal size, DateOnly day, DigitalOceanClient c) => c.GetStringAsync($"/v2/tags/{size}-{day}"));

// case: known values through methods
api.MapGet("/d1", async (Known known) =>
{
    foreach (var kind in new[] { "kernels", "backups" })
    {
        await known.GetAsync(kind);
    }

    return await known.GetAsync(kind: "snapshots");
});
api.MapGet("/d2", (Known known) => known.DefaultAsync());
api.MapGet("/d3/{id}", (string id, Known known) => known.EscapedAsync(Uri.EscapeDataString(id)));
api.MapGet("/d4/{id}", (string id, Known known) => known.SafeAsync(id));

// case: a mediator
api.MapGet("/e1/{id}", (string id, ISender sender) => sender.Send(new GetTag(id)));
app.Run();

sealed class Known(DigitalOceanClient digitalOcean)
{
    public Task<string> GetAsync(string kind) => digitalOcean.GetStringAsync($"/v2/droplets/1/{kind}");

    public Task<string> DefaultAsync(string kind = "kernels") => digitalOcean.GetStringAsync($"/v2/droplets/1/{kind}");

    // case: escaped by a caller
    public Task<string> EscapedAsync(string name) => digitalOcean.GetStringAsync($"/v2/tags/{name}"); // expect: DOO106

    // case: made safe in a helper
    public Task<string> SafeAsync(string name) => digitalOcean.GetStringAsync($"/v2/tags/{Safe(name)}");

    private static string Safe(string name) => DigitalOceanPath.Segment(name);
}

record GetTag(string Name) : IRequest<string>;

sealed class GetTagHandler(DigitalOceanClient digitalOcean) : IRequestHandler<GetTag, string>
{
    // case: a handler of a mediator
    public Task<string> Handle(GetTag request, CancellationToken cancellationToken) => digitalOcean.GetStringAsync($"/v2/tags/{request.Name}", cancellationToken); // expect: DOO106
}

// case: a hub and a page
sealed class Droplets(DigitalOceanClient digitalOcean) : Hub
{
    public Task<string> Get(string id) => digitalOcean.GetStringAsync($"/v2/droplets/{id}"); // expect: DOO106 #hub
}

sealed class Page(DigitalOceanClient digitalOcean) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Task<string> OnGetAsync(string name) => digitalOcean.GetStringAsync($"/v2/tags/{name}"); // expect: DOO106 #page

    public Task<string> OnPostAsync() => digitalOcean.GetStringAsync($"/v2/images/{Id}"); // expect: DOO106 #pageId
}

sealed class Names
{
    public bool IsKnown(string name) => name == "web";
}

sealed class CurrentTenant
{
    public string Project { get; set; } = "";
}

enum Kind
{
    Droplets,
}

record struct Search(string Name, int Page);

sealed class Body
{
    public required string Id { get; init; }

    public Inner? Inner { get; set; }
}

record Inner(string Slug);

[DigitalOceanOAuth]
[DigitalOceanScope("api:read")]
[DigitalOceanScope("api:write")]
public static partial class DropletDeck;
