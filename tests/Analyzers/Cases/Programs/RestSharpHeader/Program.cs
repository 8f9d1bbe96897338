using RestSharp;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: RestSharp's constant for the header
class Robot
{
    private readonly RestClient _client = new("https://api.digitalocean.com");
    public Robot(string token) => _client.AddDefaultHeader(KnownHeaders.Authorization, $"Bearer {token}");
    public Task<RestResponse> Droplets() => _client.ExecuteAsync(new RestRequest("/v2/droplets"));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
