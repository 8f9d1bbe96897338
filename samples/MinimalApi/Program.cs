using DoOAuth;
using MinimalApi;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();

var app = builder.Build();
app.MapDropletDeck();

app.MapGet("/", (DigitalOceanUser? user) => user is null
    ? $"Signed out. Sign in at {DropletDeck.Links.Login("/")}"
    : $"Signed in as {user.Name}. See your droplets at /droplets");

app.MapGet("/droplets", (DigitalOceanClient digitalOcean, CancellationToken cancel)
        => digitalOcean.GetFromJsonAsync("/v2/droplets", DropletJson.Default.DropletList, cancel))
   .RequireDropletRead();

app.MapPost("/droplets", async (NewDroplet droplet, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
    {
        using var response = await digitalOcean.PostAsJsonAsync("/v2/droplets", droplet, DropletJson.Default.NewDroplet, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(DropletJson.Default.DropletCreated, cancel);
    })
   .RequireDropletCreate();

app.Run();
