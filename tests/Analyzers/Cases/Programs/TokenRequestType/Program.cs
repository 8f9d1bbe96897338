using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a request of the project's own type brings the token
class RobotRequest : HttpRequestMessage
{
    public RobotRequest(HttpMethod method, string path, string token) : base(method, "https://api.digitalocean.com" + path) => Headers.Authorization = new("Bearer", token);
}

class Jobs(HttpClient http, string token) { public Task Droplets() => http.SendAsync(new RobotRequest(HttpMethod.Get, "/v2/droplets", token)); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
