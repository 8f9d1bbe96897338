using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a value of the caller's is shared by a helper with an optional client
class Users(DigitalOceanClient client, IHttpClientFactory factory)
{
    private Task<string> Get(string path, HttpClient? http = null) => (http ?? client).GetStringAsync(path);
    public Task<string> A() => Get("/v2/droplets"); // expect: DOO102 droplet:read
    public Task<string> B() => Get("/v2/volumes", factory.CreateClient("linode"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
