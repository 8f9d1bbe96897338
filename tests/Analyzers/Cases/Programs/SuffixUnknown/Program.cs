using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: something unknown is appended in one case
class Users(DigitalOceanClient client, IConfiguration configuration)
{
    public Task<string> A(bool filtered) { var path = "/v2/droplets"; if (filtered) path += configuration["Filter"]; return client.GetStringAsync(path); } // expect: DOO102 droplet:read
    public Task<string> B(int page) { var path = "/v2/volumes"; var suffix = Suffix(page); path += suffix; return client.GetStringAsync(path); } // expect: DOO102 block_storage:read
    private static string Suffix(int page) => page > 1 ? $"?page={page}" : "";
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
