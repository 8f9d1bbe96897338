using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth;
using EveryFeature;

var builder = WebApplication.CreateSlimBuilder(args);
var redis = builder.Configuration.GetConnectionString("Redis")!;
builder.AddDesk().UseRedis(redis);
builder.AddBack().UseRedis(redis).StoreSessionsOnServer();
builder.Services.AddProblemDetails();
builder.Services.AddOpenApi();
builder.Services.AddHealthChecks();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));

var app = builder.Build();
app.UseExceptionHandler();
app.MapHealthChecks("/health");
app.MapOpenApi();

app.MapDesk();
app.MapGet("/sign-ins", () => TypedResults.Ok(new Count("sign-ins", Desk.SignIns)));

// Guarded in a statement of its own: what a generated guard gives back, the framework's own generator cannot see.
var droplets = app.MapGroup("/droplets");
droplets.RequireDeskDropletRead();
droplets.MapGet("", async (Desk.Client client, CancellationToken cancel) =>
    TypedResults.Ok(new Count("droplets", (await client.GetFromJsonAsync("/v2/droplets", AppJson.Default.JsonElement, cancel)).GetProperty("droplets").GetArrayLength())));
droplets.MapGet("/new", async (Desk.Client client, CancellationToken cancel) =>
{
    using var made = await client.PostAsJsonAsync("/v2/droplets", new NewDroplet("native", "fra1", "s-1vcpu-1gb", "ubuntu-24-04-x64"), AppJson.Default.NewDroplet, cancel);
    return Results.Text($"Made: {(int)made.StatusCode}");
}).RequireDeskDropletCreate();

var back = app.MapGroup("/back");
back.MapBack();
back.MapGet("/images", [RequireScope(Scopes.Image.Read, Scheme = Back.Scheme)] async (Back.Client client, CancellationToken cancel) =>
    TypedResults.Ok(new Count("images", (await client.GetFromJsonAsync("/v2/images", AppJson.Default.JsonElement, cancel)).GetProperty("images").GetArrayLength())));
back.MapPost("/everywhere", async ([FromKeyedServices(Back.Scheme)] DigitalOceanSessions sessions, string user, CancellationToken cancel) =>
{
    await sessions.SignOutEverywhereAsync(user, cancel);
    return Results.NoContent();
}).RequireBackImageRead();

app.Run();
