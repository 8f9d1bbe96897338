using System.Text;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: other methods of a StringBuilder
class Users(DigitalOceanClient client)
{
    public Task<string> A() { var path = new StringBuilder("/v2/droplets"); path.Remove(4, 8).Append("account"); return client.GetStringAsync(path.ToString()); }
    public Task<string> B() { var path = new StringBuilder("/v2/accounts"); path.Length--; return client.GetStringAsync(path.ToString()); }
    public Task<string> C() { var path = new StringBuilder("/v2/xccount"); path[4] = 'a'; return client.GetStringAsync(path.ToString()); }
    public Task<string> D() { var path = new StringBuilder("/v2/account/"); path.Append("keys", 0, 0); return client.GetStringAsync(path.ToString()); }
    public Task<string> E() { var path = new StringBuilder("/v2/droplets"); path.Replace("droplets", "account", 0, 12); return client.GetStringAsync(path.ToString(0, 11)); }
    public Task<string> F() { var path = new StringBuilder("/v2/droplets"); return client.GetStringAsync(path.ToString(0, 3) + "/account"); }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
