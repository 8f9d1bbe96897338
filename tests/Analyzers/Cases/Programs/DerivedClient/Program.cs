using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a client of the project's own type, with its base address
class DoClient : HttpClient { public DoClient() => BaseAddress = new Uri("https://api.digitalocean.com"); }
class Droplets(DoClient client) { public Task<string> All() => client.GetStringAsync("/v2/droplets"); } // expect: DOO102 droplet:read
class Volumes { private readonly DoClient _client = new(); public Task<string> All() => _client.GetStringAsync("/v2/volumes"); } // expect: DOO102 block_storage:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
