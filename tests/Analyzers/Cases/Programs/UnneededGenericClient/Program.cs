using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: generic over the client
class Api<TClient>(TClient client) where TClient : HttpClient { public Task<string> Get(string path) => client.GetStringAsync(path); }
class LinodeClient : HttpClient;
class Uses(Api<DigitalOceanClient> user, Api<LinodeClient> linode)
{
    public Task<string> A() => user.Get("/v2/droplets");
    public Task<string> B() => linode.Get("/v2/volumes");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
