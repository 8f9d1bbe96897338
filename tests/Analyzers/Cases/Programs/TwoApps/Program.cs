using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: two annotated classes that share a helper class
class Rest(HttpClient http) { public Task<string> Get(string path) => http.GetStringAsync(path); }
class Users(Deck.Client client) { private readonly Rest _rest = new(client); public Task<string> Me() => _rest.Get("/v2/account"); }
class Office(AdminDeck.Client client) { private readonly Rest _rest = new(client); public Task<string> Droplets() => _rest.Get("/v2/droplets"); }

[DigitalOceanOAuth(LoginPath = "/admin/login", CallbackPath = "/admin/callback", LogoutPath = "/admin/logout", DisconnectPath = "/admin/disconnect", UserPath = "/admin/me", ConfigurationSection = "Admin", GuardPrefix = "Admin")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
public static partial class AdminDeck;

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
