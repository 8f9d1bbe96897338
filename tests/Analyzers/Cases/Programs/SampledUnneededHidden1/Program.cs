using System.Reflection;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/", (Proxy proxy, HttpRequest request) => proxy.Go(request)).RequireAccountRead();
app.Run();

// case: the path is read from an attribute, so all is unknown
[AttributeUsage(AttributeTargets.Class)] sealed class PathAttribute(string path) : Attribute { public string Path => path; }
[Path("/v2/vpcs")] sealed class Vpcs;
class Proxy(DigitalOceanClient client) { public Task<string> Go(HttpRequest request) => client.GetStringAsync(typeof(Vpcs).GetCustomAttribute<PathAttribute>()!.Path + request.QueryString); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
