using Contracts;
using Core;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IVolumes, Volumes>();
var app = builder.Build();
app.MapDeck();

// case: interfaces of one project, implemented in another
app.MapGet("/1", (IVolumes volumes, CancellationToken cancel) => volumes.ListAsync(cancel)); // expect: DOO103 block_storage:read
app.MapDelete("/1/{id}", (Guid id, IVolumes volumes) => volumes.DropAsync(id)).RequireBlockStorageRead(); // expect: DOO103 block_storage:delete
app.MapGet("/1p", (INotes notes) => notes.ListAsync());

// case: type arguments
app.MapGet("/2", (IRepository<Volume> volumes) => volumes.AllAsync()); // expect: DOO103 block_storage:read
app.MapGet("/2p", (IRepository<Note> notes) => notes.AllAsync());

// case: messages
app.MapGet("/3", (Sender sender) => sender.SendAsync<ListSnapshots, string>(new())); // expect: DOO103 snapshot:read
app.MapGet("/3p", (Sender sender) => sender.SendAsync<Hello, string>(new()));

// case: an abstract member of a library that the app implements
app.MapGet("/4", (Ips ips) => ips.ListAsync()); // expect: DOO103 reserved_ip:read
app.MapDelete("/4/{id}", (Guid id, Ips ips) => ips.DropAsync(id)); // expect: DOO102 reserved_ip:delete #ips
app.MapGet("/4b", (Me me) => me.RunAsync()); // expect: DOO103 account:read #me
app.MapGet("/4c", (Snapshots snapshots) => snapshots.RunAsync()); // expect: DOO103 snapshot:read

// case: delegates in a library's fields
app.MapGet("/5", (Scheduled scheduled) => scheduled.RunAsync()); // expect: DOO103 snapshot:read
app.MapGet("/5b", (DigitalOceanClient client) => new Deferred(() => client.GetStringAsync("/v2/volumes")).RunAsync()); // expect: DOO103 block_storage:read
app.MapGet("/5p", () => new Deferred(() => Task.FromResult("")).RunAsync());
app.MapGet("/5c", (DigitalOceanClient client) => new Loader(client, new Options { Load = http => http.GetStringAsync("/v2/snapshots") }).RunAsync()); // expect: DOO103 snapshot:read

// case: requests of a library
app.MapGet("/6", (DigitalOceanClient client) => client.SendAsync(new VolumeRequest(HttpMethod.Get, "?page=1"))); // expect: DOO103 block_storage:read
app.MapPost("/6", (DigitalOceanClient client) => client.SendAsync(new VolumeRequest(HttpMethod.Post, ""))); // expect: DOO102 block_storage:create

// case: extension methods of a library
app.MapGet("/7", (DigitalOceanClient client) => client.ReadAsync("volumes", "1")); // expect: DOO103 block_storage:read
app.MapGet("/7b", (DigitalOceanClient client) => client.ReadAsync("account")); // expect: DOO103 account:read #parts
app.MapPost("/7c", (DigitalOceanClient client) => client.SendAsync("DELETE", "snapshots/1")); // expect: DOO102 snapshot:delete
app.MapPost("/7d", (DigitalOceanClient client) => client.SendAsync("GET", "account")); // expect: DOO103 account:read #verb

// case: endpoints of a library
app.MapVolumes(); // expect: DOO103 block_storage:read #library
app.MapVolumes("/other").RequireBlockStorageRead();
app.Run();

public class Ips(DigitalOceanClient client) : Crud(client) { protected override string Path => "/v2/reserved_ips"; }
public class Me(DigitalOceanClient client) : Export(client) { protected override string Name => "account"; }
public class Snapshots(DigitalOceanClient client) : Export(client) { protected override string Name { get; } = "snapshots"; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Delete)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
[DigitalOceanScope(Scopes.ReservedIp.Read)]
public static partial class Deck; // or: DOO102 #ips
