using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/1", (Reader reader) => reader.Go()).RequireFirewallRead();
app.MapGet("/2", (DigitalOceanClient client) => client.SendAsync(new Ask())).RequireTagRead();
app.Run();

// Each is used, but two.
class Ask() : HttpRequestMessage(HttpMethod.Get, "/v2/tags");
class Reader { private readonly Func<string, Task<string>> _get; public Reader(DigitalOceanClient client) => _get = path => client.GetStringAsync(path); public Task<string> Go() => _get("/v2/firewalls"); }
class Late(DigitalOceanClient client) { private readonly Lazy<string> _path = new(() => "/v2/certificates"); public Task<string> Go() => client.GetStringAsync(_path.Value[0..]); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Vpc.Create)] // expect: DOO104 vpc:create
[DigitalOceanScope(Scopes.Registry.Read)] // expect: DOO104 registry:read
public static partial class Deck;
