using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: an extension method of the project sets the header
static class TokenExtensions
{
    public static HttpRequestMessage WithBearer(this HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new("Bearer", token);
        return request;
    }
}

class Jobs(HttpClient http, IConfiguration configuration)
{
    public Task Droplets() => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://api.digitalocean.com/v2/droplets").WithBearer(configuration["Robot:Token"]!));
}

// case: the base class sets it
abstract class RobotBase
{
    protected HttpClient Http { get; }
    protected RobotBase(HttpClient http, IConfiguration configuration)
    {
        Http = http;
        Http.DefaultRequestHeaders.Authorization = new("Bearer", configuration["Robot:Token"]);
    }
}

class RobotVolumes(HttpClient http, IConfiguration configuration) : RobotBase(http, configuration)
{
    public Task<string> All() => Http.GetStringAsync("https://api.digitalocean.com/v2/volumes");
}

// case: the other part of the class sets it
partial class Parted { public Parted(HttpClient http, string token) { _http = http; _http.DefaultRequestHeaders.Authorization = new("Bearer", token); } private readonly HttpClient _http; }
partial class Parted { public Task<string> All() => _http.GetStringAsync("https://api.digitalocean.com/v2/images"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
