using DoOAuth;
using SinglePage;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapDropletDeck();

var api = app.MapGroup("/api");
api.MapGet("/droplets", (DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        digitalOcean.GetFromJsonAsync("/v2/droplets", DropletJson.Default.DropletList, cancel))
   .RequireDropletRead();

api.MapPost("/droplets", async (NewDroplet droplet, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
    {
        using var response = await digitalOcean.PostAsJsonAsync("/v2/droplets", droplet, DropletJson.Default.NewDroplet, cancel);
        return Results.StatusCode((int)response.StatusCode);
    })
   .RequireDropletCreate();

// Addresses of the page's own, such as /list.
app.MapFallbackToFile("index.html");
app.Run();
