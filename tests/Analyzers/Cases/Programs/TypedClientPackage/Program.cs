using DoOAuth;
using DoOAuth.Api;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped(services => services.GetRequiredService<Deck.Client>().DigitalOcean());
var app = builder.Build();
app.MapDeck();

// case: the package's own client
app.MapGet("/1", (Deck.Client deck) => deck.Droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/2", (Deck.Client deck) => deck.Droplets.ListAsync()).RequireDropletRead();
app.MapDelete("/3/{id:long}", (long id, Deck.Client deck) => deck.Droplets.DeleteAsync(id)).RequireDropletRead(); // expect: DOO102 droplet:delete
app.MapGet("/4", (DigitalOceanClient client) => client.DigitalOcean().Kubernetes.ListClustersAsync()).RequireDropletRead(); // expect: DOO102 kubernetes:read
app.MapGet("/5", async (DigitalOceanApi api) => // expect: DOO103 droplet:read
{
    await foreach (var droplet in api.Droplets.ListAsync())
    {
        return droplet.Id;
    }

    return 0;
});
app.MapGet("/6", (Service service) => service.ListAsync()); // expect: DOO103 droplet:read
app.MapGet("/7", () => new DigitalOceanApi(new HttpClient()).Account.GetAsync()).RequireDropletRead(); // expect: DOO102 account:read
app.Run();

class Service(DigitalOceanApi api)
{
    public IAsyncEnumerable<object> ListAsync() => api.Droplets.ListAsync();
}

[DigitalOceanOAuth]
[DigitalOceanScope("droplet:read")]
public static partial class Deck;
