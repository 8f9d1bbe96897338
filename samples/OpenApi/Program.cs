using System.Text.Json;
using DoOAuth;
using OpenApiSample;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenApi();
builder.AddDropletDeck();

var app = builder.Build();
app.MapOpenApi();
app.MapDropletDeck();

app.MapGet("/droplets", (DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel))
   .RequireDropletRead();

app.MapPost("/droplets", (DigitalOceanUser user) => Results.Accepted(value: $"{user.Name} may create droplets."))
   .RequireDropletCreate();

app.Run();
