using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a client made with a handler that sets the token: quiet
class RobotHandler(string token) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}

class Robot(IConfiguration configuration)
{
    private readonly HttpClient _http = new(new RobotHandler(configuration["Robot:Token"]!)) { BaseAddress = new("https://api.digitalocean.com") };

    public Task<string> Droplets() => _http.GetStringAsync("/v2/droplets");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
