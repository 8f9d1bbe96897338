using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// case: a generic method with a resource
interface IResource { string Path { get; } }
record AccountResource : IResource { public string Path => "/v2/account"; }
record DropletResource : IResource { public string Path => "/v2/droplets"; }
class Users(DigitalOceanClient client) { public Task<string> Read<T>(T resource) where T : IResource => client.GetStringAsync(resource.Path); public Task<string> Me() => Read(new AccountResource()); }
class Linode(HttpClient http) { public Task<string> Read<T>(T resource) where T : IResource => http.GetStringAsync("https://api.linode.com" + resource.Path); public Task<string> A() => Read(new DropletResource()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
