using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Texts;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.Configure<ZoneOptions>(builder.Configuration.GetSection("Zones"));
builder.Services.AddScoped<IZoneService, ZoneService>().AddScoped<RecordService>().AddScoped<KeyService>();
var app = builder.Build();
app.MapDeck();
app.MapControllers();
app.MapHub<ZoneHub>("/hubs/zones").RequireDomainRead();
var api = app.MapGroup("/api").RequireDomainRead().RequireDomainUpdate().RequireDomainDelete().RequireSpacesKeyRead().RequireSshKeyRead();

// Every endpoint is guarded. A mark stands where a caller's text gets into a path; what has none is safe, or is not the caller's.

// case: a query parameter with a name of its own, and a default
api.MapGet("/a1", ([FromQuery(Name = "zone")] string? zone, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{zone ?? "example.com"}/records")); // expect: DOO106

// case: the same text, to two places: the query is safe, the path is not
api.MapGet("/a2/{zone}", async (string zone, DigitalOceanClient client) =>
{
    var all = await client.GetStringAsync("/v2/domains?name=" + Uri.EscapeDataString(zone));
    return all + await client.GetStringAsync("/v2/domains/" + Uri.EscapeDataString(zone)); // expect: DOO106
});

// case: validated, and refused early; validated, and only logged
api.MapGet("/a3/{zone}", async (string zone, DigitalOceanClient client) =>
{
    if (!ZoneRules.Name.IsMatch(zone))
    {
        return Results.ValidationProblem(new Dictionary<string, string[]> { ["zone"] = ["not a name"] });
    }

    return Results.Text(await client.GetStringAsync($"/v2/domains/{zone}"));
});
api.MapGet("/a3b/{zone}", async (string zone, DigitalOceanClient client, ILogger<Program> logger) =>
{
    logger.LogInformation("Zone {Zone} of {Length}", zone, zone.Length);
    return Results.Text(await client.GetStringAsync($"/v2/domains/{zone}")); // expect: DOO106
});

// case: parsed by the framework, by the route, by hand
api.MapGet("/a4/{id}", (long id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet("/a4b/{id:int}", (string id, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{id}"));
api.MapGet("/a4c", (string id, DigitalOceanClient client) => int.TryParse(id, out var number) ? client.GetStringAsync($"/v2/account/keys/{number}") : Task.FromResult(""));
api.MapGet("/a4d", (string fingerprint, DigitalOceanClient client) => client.GetStringAsync($"/v2/account/keys/{fingerprint}")); // expect: DOO106

// case: a list in the body, each of its elements; a list of numbers
api.MapPost("/a5", async (string[] zones, DigitalOceanClient client) =>
{
    foreach (var zone in zones.Distinct())
    {
        await client.DeleteAsync($"/v2/domains/{zone}"); // expect: DOO106
    }
});
api.MapPost("/a5b", (long[] keys, DigitalOceanClient client) => Task.WhenAll(keys.Select(key => client.GetStringAsync($"/v2/account/keys/{key}"))));

// case: a property of the body, nested, and by deconstruction
api.MapPost("/a6", (ZoneRequest request, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{request.Target.Zone}/records")); // expect: DOO106
api.MapPost("/a6b", (ZoneRequest request, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/example.com/records/{request.Record}"));
api.MapPost("/a6c", (ZoneRequest request, DigitalOceanClient client) =>
{
    var ((zone, _), record) = request;
    return client.GetStringAsync($"/v2/domains/{zone}/records/{record}"); // expect: DOO106
});

// case: route values, form fields and headers of the context
api.MapGet("/a7/{zone}", (HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{context.Request.RouteValues["zone"]}")); // expect: DOO106
api.MapPost("/a7b", async (HttpRequest request, DigitalOceanClient client) =>
{
    var form = await request.ReadFormAsync();
    return await client.GetStringAsync($"/v2/spaces/keys/{form["key"]}"); // expect: DOO106
});
api.MapGet("/a7c", (HttpContext context, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{DigitalOceanPath.Segment(context.Request.Headers["x-zone"].ToString())}"));

// case: one of a list that is written out, by a switch, by a pattern
api.MapGet("/a8/{zone}", (string zone, DigitalOceanClient client) => ZoneRules.Known.Contains(zone) ? client.GetStringAsync($"/v2/domains/{zone}") : Task.FromResult(""));
api.MapGet("/a8b/{zone}", (string zone, DigitalOceanClient client) => client.GetStringAsync("/v2/domains/" + zone switch { "main" => "example.com", "test" => "example.net", _ => throw new BadHttpRequestException(zone) }));
api.MapGet("/a8c/{zone}", (string zone, DigitalOceanClient client) => zone is "example.com" or "example.net" ? client.GetStringAsync($"/v2/domains/{zone}") : Task.FromResult(""));

// case: a part of the text
api.MapGet("/a9", (string mail, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{mail[(mail.IndexOf('@') + 1)..]}")); // expect: DOO106
api.MapGet("/a9b", (string mail, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{mail.Split('@').Last()}")); // expect: DOO106
api.MapGet("/a9c", (string mail, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains?per_page={mail.Length}"));

// case: the rest of the address, on purpose or not
api.MapGet("/a10/{**rest}", (string rest, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{rest}/records")); // expect: DOO106
api.MapGet("/a10b/{**rest}", (string rest, DigitalOceanClient client) => client.GetStringAsync("/v2/domains?name=" + rest));

// case: services of the app: by an interface, by overloads, by one who passes a constant
api.MapGet("/b1/{zone}", (string zone, IZoneService zones) => zones.ReadAsync(zone));
api.MapGet("/b2/{zone}/{record:long}", (string zone, long record, RecordService records) => records.ReadAsync(zone, record));
api.MapGet("/b3", (KeyService keys) => keys.FirstAsync());
api.MapGet("/b4", (IOptions<ZoneOptions> options, DigitalOceanClient client) => client.GetStringAsync($"/v2/domains/{options.Value.Default}"));

// case: a local that is overwritten with a safe text on every way
api.MapGet("/b5/{zone}", (string zone, DigitalOceanClient client) =>
{
    try
    {
        zone = DigitalOceanPath.Segment(zone);
    }
    catch (ArgumentException)
    {
        return Task.FromResult("");
    }

    return client.GetStringAsync($"/v2/domains/{zone}");
});
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Domain.Update, Optional = true)]
[DigitalOceanScope(Scopes.Domain.Delete, Optional = true)]
[DigitalOceanScope(Scopes.SpacesKey.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
public static partial class Deck;
