using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<Snapshots>();
builder.Services.AddScoped<ISnapshots>(services => new GuardedSnapshots(services.GetRequiredService<Snapshots>(), services.GetRequiredService<DigitalOceanUser>()));
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/snapshots");

// Guards that hold, although the rule's page does not name them.

// case: a convention that adds the attribute
app.MapGroup("/1").Guarded(Scopes.Snapshot.Read).MapGet("/", List);

// case: a decorator that asks, in front of the service
app.MapGet("/2", (ISnapshots snapshots) => snapshots.AllAsync());

// case: the service without its decorator
app.MapGet("/3", (Snapshots snapshots) => snapshots.AllAsync()); // expect: DOO103 snapshot:read
app.Run();

interface ISnapshots { Task<string> AllAsync(); }
class Snapshots(DigitalOceanClient client) : ISnapshots { public Task<string> AllAsync() => client.GetStringAsync("/v2/snapshots"); }
class GuardedSnapshots(ISnapshots inner, DigitalOceanUser user) : ISnapshots { public Task<string> AllAsync() => user.HasScope(Scopes.Snapshot.Read) ? inner.AllAsync() : throw new UnauthorizedAccessException(); }

static class Conventions
{
    public static T Guarded<T>(this T builder, string scope) where T : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new RequireScopeAttribute(scope)));
        return builder;
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
public static partial class Deck;
