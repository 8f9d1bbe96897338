using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/firewalls", (DigitalOceanClient client) => client.GetStringAsync("/v2/firewalls")).RequireFirewallRead();
app.Run();

// Nothing needs ssh_key:delete: this one is right to be reported.
[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.SshKey.Delete)] // expect: DOO104 ssh_key:delete
public static partial class Deck;
