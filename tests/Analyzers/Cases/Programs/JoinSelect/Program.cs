using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: segments that are escaped and joined
class Users(DigitalOceanClient client)
{
    public Task<string> A() => Get("droplets"); // expect: DOO102 droplet:read
    public Task<string> B() => Get2("volumes"); // expect: DOO102 block_storage:read
    private Task<string> Get(params string[] segments) => client.GetStringAsync("/v2/" + string.Join('/', segments.Select(Uri.EscapeDataString)));
    private Task<string> Get2(params string[] segments) => client.GetStringAsync("/v2" + string.Concat(segments.Select(segment => "/" + segment)));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
