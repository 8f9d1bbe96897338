using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the client by an abstract property
abstract class Api { protected abstract HttpClient Http { get; } protected Task<string> Get(string path) => Http.GetStringAsync(path); }
class UserApi(DigitalOceanClient client) : Api { protected override HttpClient Http => client; public Task<string> A() => Get("/v2/droplets"); }
class LinodeApi(IHttpClientFactory factory) : Api { protected override HttpClient Http => factory.CreateClient("linode"); public Task<string> A() => Get("/v2/volumes"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
