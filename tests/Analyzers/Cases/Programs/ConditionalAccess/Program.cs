using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: null-conditional
class Users(DigitalOceanClient client)
{
    private const string? Prefix = "/v2/droplets";
    private static readonly string? Path = "/v2/volumes";
    public Task<string> A() => client.GetStringAsync(Path?.TrimEnd('/')); // expect: DOO102 block_storage:read
    public Task<string>? B(HttpClient? http) => http?.GetStringAsync("https://api.digitalocean.com/v2/images"); // expect: DOO102 image:read
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
