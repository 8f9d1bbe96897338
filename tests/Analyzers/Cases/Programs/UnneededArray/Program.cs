using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the client in a collection or a tuple
class Uses(DigitalOceanClient client, IHttpClientFactory factory)
{
    public async Task A()
    {
        foreach (var http in new HttpClient[] { client, factory.CreateClient("linode") })
        {
            await http.GetStringAsync("/v2/droplets");
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
