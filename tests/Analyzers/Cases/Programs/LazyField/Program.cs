using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: lazily made paths and clients
class Api(DigitalOceanClient client)
{
    private string? _path;
    private HttpClient? _http;
    private string Path => _path ??= "/v2/droplets";
    private HttpClient Http => _http ??= client;
    public Task<string> A() => client.GetStringAsync(Path); // expect: DOO102 droplet:read
    public Task<string> B() => Http.GetStringAsync("/v2/volumes"); // expect: DOO102 block_storage:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
