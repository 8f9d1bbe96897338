using DoOAuth;
using Refit;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
const string Api = "https://api.digitalocean.com";
builder.Services.AddRefitClient<IFirewallApi>(new RefitSettings()).ConfigureHttpClient((services, http) => http.BaseAddress = new Uri(Api + "/v2"));
builder.Services.AddRefitClient<IForeignApi>().ConfigureHttpClient(http => { http.BaseAddress = new Uri("https://api.vultr.com"); http.Timeout = TimeSpan.FromSeconds(1); });
builder.Services.AddHttpClient("refit", http => http.BaseAddress = new Uri(Api)).AddTypedClient(http => RestService.For<ISnapshotApi>(http));
var app = builder.Build();
app.MapDeck();

// case: with the base's path and a query
app.MapGet("/1", (IFirewallApi api) => api.FindAsync("web")).RequireAccountRead(); // expect: DOO102 firewall:read

// case: with a body
app.MapPost("/2", (FirewallService service) => service.CopyAsync(Guid.NewGuid())).RequireAccountRead();

// case: inherited from a base interface
app.MapDelete("/3/{id}", (Guid id, IFirewallApi api) => api.RemoveAsync(id)).RequireAccountRead(); // expect: DOO102 firewall:delete

// case: elsewhere: quiet
app.MapGet("/4", (IForeignApi api) => api.FindAsync("web")).RequireAccountRead();

// case: by AddTypedClient
app.MapGet("/5", (ISnapshotApi api) => api.AllAsync()).RequireAccountRead(); // expect: DOO102 snapshot:read
app.Run();

public interface IRemoves { [Delete("/firewalls/{id}")] Task RemoveAsync(Guid id); }
public interface IFirewallApi : IRemoves
{
    [Get("/firewalls?per_page=200")] Task<string> FindAsync([Query] string name);
    [Put("/firewalls/{id}")] Task<ApiResponse<string>> SetAsync(Guid id, [Body] object body);
}

public interface IForeignApi { [Get("/v2/firewalls")] Task<string> FindAsync([Query] string name); }
public interface ISnapshotApi { [Get("/v2/snapshots")] Task<string> AllAsync(); }

// case: by a service
public class FirewallService(IFirewallApi api) { public async Task<string?> CopyAsync(Guid id) => (await api.SetAsync(id, new { })).Content; } // expect: DOO102 firewall:update

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
