using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddTransient<RobotHandler>();
var robot = builder.Services.AddHttpClient<RobotApi>(http => http.BaseAddress = new Uri("https://api.digitalocean.com"));
robot.AddHttpMessageHandler<RobotHandler>();
builder.Services.AddHttpClient("night", http => http.BaseAddress = new Uri("https://api.digitalocean.com")).ConfigurePrimaryHttpMessageHandler(services => new RobotHandler(services.GetRequiredService<IConfiguration>()));
var app = builder.Build();
app.MapDeck();
app.Run();

// case: the handler is added to the builder in a second statement, or as the primary handler: quiet
class RobotHandler(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", configuration["Robot:Token"]);
        return base.SendAsync(request, cancellationToken);
    }
}

class RobotApi(HttpClient http) { public Task<string> Droplets() => http.GetStringAsync("/v2/droplets"); }

class Night(IHttpClientFactory factory) { public Task<string> Droplets() => factory.CreateClient("night").GetStringAsync("/v2/volumes"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
