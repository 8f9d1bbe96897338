using Contracts;
using Core;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: an interface of one project, implemented in another
app.MapGet("/volumes", (IVolumes volumes) => volumes.AllAsync()); // expect: DOO103 block_storage:read
app.MapGet("/volumes/{id}", (IVolumes volumes, string id) => volumes.OneAsync(id)).RequireBlockStorageRead();

// case: a generic interface: each implementation makes its own call
app.MapGet("/domains", (IStore<Domain> domains) => domains.LoadAsync()); // expect: DOO103 domain:read
app.MapGet("/registries", (IStore<Registry> registries) => registries.LoadAsync()).RequireRegistryRead();

// case: a service of a library, through a helper of the library
app.MapGet("/droplets", (Droplets droplets) => droplets.ListAsync()); // expect: DOO103 droplet:read
app.MapDelete("/droplets/{id}", (Droplets droplets, int id) => droplets.DeleteAsync(id)); // or: DOO102 #delete
app.MapGet("/checked", (Droplets droplets, DigitalOceanUser user) => droplets.CheckedAsync(user));

// case: the app hands the path to the library
app.MapGet("/images", (DigitalOceanClient client) => client.FetchAsync("images")); // expect: DOO102 image:read
app.MapGet("/sent", (DigitalOceanClient client) => Sender.SendAsync(client, HttpMethod.Post, "/v2/domains")); // expect: DOO102 domain:create
app.MapGet("/other", (HttpClient client) => Sender.SendAsync(client, HttpMethod.Post, "/v2/domains"));

// case: the library calls what the app implements
app.MapGet("/job", (SnapshotJob job) => job.RunAsync()); // expect: DOO103 snapshot:read
app.MapGet("/job/guarded", (SnapshotJob job) => job.RunAsync()).RequireSnapshotRead();
app.MapGet("/probing", (Probing probing) => probing.ThroughAsync()); // expect: DOO103 regions:read

// case: a message that a library handles
app.MapGet("/firewalls", (ISends bus) => bus.SendAsync(new ListFirewalls())); // expect: DOO103 firewall:read
app.MapGet("/firewalls/guarded", (ISends bus) => bus.SendAsync(new ListFirewalls())).RequireFirewallRead();

// case: endpoints that a library maps
app.MapVpcs(); // expect: DOO103 vpc:read
app.MapGroup("/guarded").MapVpcs().RequireVpcRead();
app.MapGroup("/inner").RequireVpcRead().MapVpcs();
Endpoints.MapGuarded(app);
app.MapProjects(); // or: DOO102 #projects

app.Run();

internal sealed class SnapshotJob(DigitalOceanClient client) : Job(client)
{
    protected override string Kind => "snapshots";

    protected override Task<string> StepAsync() => Client.GetStringAsync("/v2/snapshots");
}

internal sealed class RegionsProbe(DigitalOceanClient client) : IProbe
{
    public Task<string> ProbeAsync() => client.GetStringAsync("/v2/regions");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
[DigitalOceanScope(Scopes.Domain.Read)]
[DigitalOceanScope(Scopes.Registry.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
[DigitalOceanScope(Scopes.Regions.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.SshKey.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)] // expect: DOO104 cdn:read
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck; // expect: DOO102 droplet:delete #delete expect: DOO102 project:read #projects
