using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a value in try that the catch uses
class Users(DigitalOceanClient client)
{
    public async Task<string> Get()
    {
        var path = "/v2/account";
        try
        {
            await client.GetStringAsync(path);
            path = "/v2/droplets";
            await Task.Delay(1);
            path = "/v2/1-clicks";
            await Task.Delay(1);
            return "";
        }
        catch (TaskCanceledException)
        {
            return await client.GetStringAsync(path); // expect: DOO102 droplet:read
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
