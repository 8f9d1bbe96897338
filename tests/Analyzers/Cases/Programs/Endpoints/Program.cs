using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
StaticMap.Map(app);
app.MapGroup("/later").MapLater();
app.MapScanned();
app.MapChecked();
app.MapCached();
app.Run();

// Endpoints and how they are mapped. IFirewalls stands for a service whose implementation makes the call.
public interface IFirewalls { Task<string> ListAsync(CancellationToken cancel = default); }
public class Firewalls(DigitalOceanClient client) : IFirewalls { public Task<string> ListAsync(CancellationToken cancel = default) => client.GetStringAsync("/v2/firewalls", cancel); }

// case: static method that maps, lambda, service behind an interface
static class StaticMap { public static void Map(WebApplication app) => app.MapGet("/1", (IFirewalls firewalls) => firewalls.ListAsync()); } // expect: DOO103 firewall:read

static class Maps
{
    // case: the group is guarded after it is mapped to: quiet
    public static void MapLater(this IEndpointRouteBuilder endpoints) { var group = endpoints.MapGroup("/3"); group.MapGet("/", (IFirewalls firewalls) => firewalls.ListAsync()); group.RequireFirewallRead(); }

    // case: objects that map themselves, found by scanning the assembly
    public static void MapScanned(this WebApplication app) { foreach (var type in typeof(Maps).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IScanned)) && !type.IsInterface)) ((IScanned)Activator.CreateInstance(type)!).Map(app); }

    // case: [RequireScope] on lambda and method: quiet
    public static void MapChecked(this IEndpointRouteBuilder endpoints) { endpoints.MapGet("/14", [RequireScope(Scopes.Firewall.Read)] (IFirewalls firewalls) => firewalls.ListAsync()); endpoints.MapGet("/14b", Handler); }
    [RequireScope(Scopes.Firewall.Read)] static Task<string> Handler(IFirewalls firewalls) => firewalls.ListAsync();

    // case: handed to a cache as a method
    static Task<T> Cached<T>(string key, Func<CancellationToken, Task<T>> make) => make(default);
    public static void MapCached(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/18", (IFirewalls firewalls) => Cached("firewalls", firewalls.ListAsync)); // expect: DOO103 firewall:read
}

public interface IScanned { void Map(IEndpointRouteBuilder endpoints); }
public class Open : IScanned { public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/5", (IFirewalls firewalls) => firewalls.ListAsync()); } // expect: DOO103 firewall:read
public class Guarded : IScanned { public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/5b", (IFirewalls firewalls) => firewalls.ListAsync()).RequireFirewallRead(); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
