using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a static method that returns the client as HttpClient for several providers
class Uses(IServiceProvider services)
{
    private HttpClient For(string provider) => provider switch { "digitalocean" => services.GetRequiredService<DigitalOceanClient>(), _ => services.GetRequiredService<IHttpClientFactory>().CreateClient(provider) };
    public Task<string> A(string provider) => For(provider).GetStringAsync("/v2/droplets");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
