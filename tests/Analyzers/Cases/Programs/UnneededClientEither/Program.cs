using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: one of two clients
class Users(DigitalOceanClient user, IHttpClientFactory factory)
{
    public Task<string> A(bool asUser)
    {
        HttpClient http = asUser ? user : factory.CreateClient("robot");
        return http.GetStringAsync("/v2/droplets");
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class Deck;
