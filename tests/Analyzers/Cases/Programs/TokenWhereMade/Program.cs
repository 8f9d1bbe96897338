using System.Net.Http.Headers;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a factory method makes the client and gives it the app's own token; another type calls: quiet
static class Robot
{
    public static HttpClient Create(string token)
    {
        var http = new HttpClient { BaseAddress = new Uri("https://api.digitalocean.com") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    public static readonly HttpClient Shared = new() { BaseAddress = new("https://api.digitalocean.com"), DefaultRequestHeaders = { Authorization = new("Bearer", Environment.GetEnvironmentVariable("DO_TOKEN")) } };
}

class Nightly(IConfiguration configuration)
{
    public Task<string> Droplets() => Robot.Create(configuration["Robot:Token"]!).GetStringAsync("/v2/droplets");
}

class Hourly { public Task<string> Volumes() => Robot.Shared.GetStringAsync("/v2/volumes"); }

// case: a client of the project's own type, which sets base and token in its constructor
class RobotClient : HttpClient
{
    public RobotClient(IConfiguration configuration)
    {
        BaseAddress = new Uri("https://api.digitalocean.com");
        DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", configuration["Robot:Token"]);
    }
}

class Daily(RobotClient client) { public Task<string> Images() => client.GetStringAsync("/v2/images"); }

// case: a typed client that shows the client to others
class RobotApi
{
    public HttpClient Http { get; }
    public RobotApi(HttpClient http, IConfiguration configuration)
    {
        http.BaseAddress = new Uri("https://api.digitalocean.com");
        http.DefaultRequestHeaders.Authorization = new("Bearer", configuration["Robot:Token"]);
        Http = http;
    }
}

class Weekly(RobotApi api) { public Task<string> Snapshots() => api.Http.GetStringAsync("/v2/snapshots"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
