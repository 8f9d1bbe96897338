using System.Reflection;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
Listed.Map(app.MapGroup("/listed").RequireFirewallRead());
foreach (var endpoint in app.Services.GetRequiredService<IEnumerable<IServiceEndpoint>>())
{
    endpoint.Define(app);
}

app.MapGroup("/static").RequireFirewallRead().MapEndpoint<StaticGuarded>();
app.MapEndpoint<StaticOpen>();
Reflected.MapAll(app.MapGroup("/reflected").RequireFirewallRead());
app.Run();

// Endpoints that are found. Each makes a call that needs firewall:read.
public interface IFirewalls { Task<string> ListAsync(); }
public class Firewalls(DigitalOceanClient client) : IFirewalls { public Task<string> ListAsync() => client.GetStringAsync("/v2/firewalls"); }

// case: found by types, with a builder that is guarded
public interface IListedEndpoint { void Map(IEndpointRouteBuilder routes); }
static class Listed
{
    public static void Map(IEndpointRouteBuilder routes) => typeof(Listed).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IListedEndpoint)))
        .Select(Activator.CreateInstance)
        .Cast<IListedEndpoint>()
        .ToList()
        .ForEach(endpoint => endpoint.Map(routes));
}

public class ListedEndpoint : IListedEndpoint { public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/1", (IFirewalls firewalls) => firewalls.ListAsync()); }

// case: found by services
public interface IServiceEndpoint { void Define(WebApplication app); }
public class OpenServiceEndpoint : IServiceEndpoint { public void Define(WebApplication app) => app.MapGet("/2", (IFirewalls firewalls) => firewalls.ListAsync()); } // expect: DOO103 firewall:read
public class GuardedServiceEndpoint : IServiceEndpoint { public void Define(WebApplication app) => app.MapGet("/3", (IFirewalls firewalls) => firewalls.ListAsync()).RequireFirewallRead(); }

// case: by a static abstract method
public interface IStaticEndpoint { static abstract void Map(IEndpointRouteBuilder routes); }
static class StaticEndpoints { public static IEndpointRouteBuilder MapEndpoint<T>(this IEndpointRouteBuilder routes) where T : IStaticEndpoint { T.Map(routes); return routes; } }
public class StaticGuarded : IStaticEndpoint { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/4", (IFirewalls firewalls) => firewalls.ListAsync()); }
public class StaticOpen : IStaticEndpoint { public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/5", (IFirewalls firewalls) => firewalls.ListAsync()); } // expect: DOO103 firewall:read

// case: by reflection
static class Reflected
{
    public static void MapAll(IEndpointRouteBuilder routes)
    {
        foreach (var type in typeof(Reflected).Assembly.GetTypes())
        {
            type.GetMethod("MapReflected", BindingFlags.Public | BindingFlags.Static)?.Invoke(null, [routes]);
        }
    }
}

static class ReflectedEndpoint { public static void MapReflected(IEndpointRouteBuilder routes) => routes.MapGet("/6", (IFirewalls firewalls) => firewalls.ListAsync()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
