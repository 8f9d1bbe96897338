using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddTransient<CorrelationHandler>();
builder.Services.AddHttpClient<Droplets>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<CorrelationHandler>();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a handler that adds another header, by a constant
class CorrelationHandler : DelegatingHandler
{
    private const string Header = "X-Correlation-Id";
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(Header, Guid.NewGuid().ToString());
        return base.SendAsync(request, cancellationToken);
    }
}
class Droplets(HttpClient http) { public Task<string> All() => http.GetStringAsync("/v2/droplets"); } // expect: DOO102 droplet:read

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
