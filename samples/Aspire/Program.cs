using System.Text.Json;
using AspireSample;
using DoOAuth;
using Microsoft.Extensions.Http.Resilience;

var builder = WebApplication.CreateBuilder(args);

// As the service defaults of .NET Aspire do.
builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
builder.Services.AddHealthChecks();

// Without this, unsafe requests pass by the handler of the defaults. With a handler of its own, the client also has its timeouts.
builder.AddDropletDeck().HttpClientBuilder
    .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapDropletDeck();

app.MapGet("/", (DigitalOceanUser? user) => user is null ? "Signed out." : $"Signed in as {user.Name}.");

app.MapGet("/droplets", (DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel))
   .RequireDropletRead();

app.MapPost("/droplets", async (JsonElement droplet, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
    {
        using var response = await digitalOcean.PostAsJsonAsync("/v2/droplets", droplet, cancel);
        return Results.StatusCode((int)response.StatusCode);
    })
   .RequireDropletCreate();

app.Run();
