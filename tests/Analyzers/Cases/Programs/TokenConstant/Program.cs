using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the header's name is a constant
class Named(HttpClient http, string token)
{
    private const string AuthorizationHeader = "Authorization";

    public async Task Droplets()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.digitalocean.com/v2/droplets");
        request.Headers.Add(AuthorizationHeader, $"Bearer {token}");
        await http.SendAsync(request);
    }
}

// case: in an initializer
class Initialized(HttpClient http, string token)
{
    public async Task Volumes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.digitalocean.com/v2/volumes") { Headers = { { "Authorization", $"Bearer {token}" } } };
        await http.SendAsync(request);
    }
}

// case: with nameof
class ByName(HttpClient http, string token)
{
    public async Task Volumes()
    {
        http.DefaultRequestHeaders.Add(nameof(http.DefaultRequestHeaders.Authorization), $"Bearer {token}");
        await http.GetAsync("https://api.digitalocean.com/v2/volumes");
    }
}

// case: a qualified name
class Qualified(HttpClient http, string token)
{
    public async Task Images()
    {
        http.DefaultRequestHeaders.TryAddWithoutValidation(Microsoft.Net.Http.Headers.HeaderNames.Authorization, $"Bearer {token}");
        await http.GetAsync("https://api.digitalocean.com/v2/images");
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
