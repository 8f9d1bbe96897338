using Contracts;
using Infrastructure;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddInfrastructure();
var app = builder.Build();
app.MapDeck();

// case: an interface of one project, implemented in another
app.MapGet("/lbs", (ILoadBalancers lbs, CancellationToken cancel) => lbs.ListAsync(cancel)); // expect: DOO103 load_balancer:read
app.MapGet("/lbs/guarded", (ILoadBalancers lbs, CancellationToken cancel) => lbs.ListAsync(cancel)).RequireLoadBalancerRead();

// case: another verb
app.MapDelete("/lbs/{id}", async (Guid id, ILoadBalancers lbs, CancellationToken cancel) => { await lbs.DropAsync(id, cancel); return Results.NoContent(); }); // expect: DOO103 load_balancer:delete

// case: no call
app.MapGet("/clock", (IClock clock) => clock.Now);

// case: a template method of a project two deep
app.MapPost("/jobs/snapshots", (SnapshotJob job) => job.RunAsync()); // expect: DOO103 snapshot:read
app.MapPost("/jobs/empty", (EmptyJob job) => job.RunAsync());

// case: a path that the caller gives
app.MapGet("/gateway", (Gateway gateway) => gateway.GetAsync("snapshots")); // expect: DOO103 snapshot:read
app.MapGet("/gateway/guarded", (Gateway gateway) => gateway.GetAsync("snapshots")).RequireSnapshotRead();

// case: a path that the caller gives and is not declared
app.MapGet("/gateway/vpcs", (Gateway gateway) => gateway.GetAsync("vpcs")).RequireAccountRead(); // expect: DOO102 vpc:read

// case: endpoints of the library
app.MapInfrastructure(); // expect: DOO103 load_balancer:read #mapped
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Read)]
[DigitalOceanScope(Scopes.LoadBalancer.Delete)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
public static partial class Deck;
