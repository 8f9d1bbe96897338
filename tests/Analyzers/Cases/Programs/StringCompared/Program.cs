using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a helper that compares a text or a number
class Users(DigitalOceanClient client)
{
    private static string Of(string name) => name == "me" ? "/v2/account" : "/v2/" + name;
    private static string Of(int kind) { if (kind == 1) { return "/v2/account"; } return "/v2/droplets"; }
    private static string OfType(object value) => value switch { Account => "/v2/account", Droplet => "/v2/droplets", _ => "" };
    record Account; record Droplet;
    public Task<string> A() => client.GetStringAsync(Of("me"));
    public Task<string> B() => client.GetStringAsync(Of(1));
    public Task<string> C() => client.GetStringAsync(OfType(new Account()));
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
