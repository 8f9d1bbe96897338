using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a method that runs what it is given with the client
class Users(DigitalOceanClient client)
{
    public Task<string> A() => Run(http => http.GetStringAsync("/v2/droplets")); // expect: DOO102 droplet:read
    private async Task<T> Run<T>(Func<HttpClient, Task<T>> call) => await call(client);
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
