using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: tests with a fake handler, for which no request leaves the process
class FakeHandler : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage()); }
class DropletTests
{
    public async Task Lists()
    {
        var http = new HttpClient(new FakeHandler()) { BaseAddress = new Uri("https://api.digitalocean.com") };
        await http.GetAsync("/v2/droplets");
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
