using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/1", (Api api) => api.Send(Routes.Vpcs)).RequireVpcRead();
app.MapGet("/2", (Repository<Tags> all) => all.List()).RequireTagRead();
app.MapGet("/3", (ImageList images) => images.All()).RequireImageRead();
app.Run();

record Route(HttpMethod Method, string Path);
static class Routes { public static Route Vpcs { get; } = new(HttpMethod.Get, "/v2/vpcs"); }
class Api(DigitalOceanClient client) { public Task Send(Route route) => client.SendAsync(new HttpRequestMessage(route.Method, route.Path)); }
class Tags;
class Repository<T>(DigitalOceanClient client) { public Task<string> List() => client.GetStringAsync($"/v2/{typeof(T).Name.ToLowerInvariant()}"); }
abstract class List(DigitalOceanClient client) { protected abstract string Path { get; } public Task<string> All() => client.GetStringAsync(Path); }
class ImageList(DigitalOceanClient client) : List(client) { protected override string Path => "/v2/images"; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Tag.Read)]
[DigitalOceanScope(Scopes.Image.Read)]
[DigitalOceanScope(Scopes.Image.Delete)] // expect: DOO104 image:delete
public static partial class Deck;
