using Fleet.Contracts;
using Fleet.Ocean;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddOcean();
var app = builder.Build();
app.MapDeck();

// Interfaces in one project, their services in another, endpoints here.

// case: an interface, two projects away
app.MapGet("/clusters", (IClusterReader clusters, CancellationToken cancel) => clusters.AllAsync(cancel)); // expect: DOO103 kubernetes:read
app.MapGet("/clusters/guarded", (IClusterReader clusters, CancellationToken cancel) => clusters.AllAsync(cancel)).RequireKubernetesRead();

// case: another interface of the same service
app.MapPost("/clusters/{id:guid}/upgrade", (Guid id, string version, IClusterWriter clusters) => clusters.UpgradeAsync(id, version)); // expect: DOO103 kubernetes:update

// case: through a retry helper of the library, and a lambda of this project
app.MapGet("/retried", (IClusterReader clusters) => OceanRegistration.WithRetryAsync(() => clusters.AllAsync())); // expect: DOO103 kubernetes:read
app.MapGet("/retried/quiet", (IClock clock) => OceanRegistration.WithRetryAsync(() => Task.FromResult(clock.Now)));

// case: a job of this project, on the template of the contracts
app.MapPost("/jobs", (ClusterJob job) => job.RunAsync()); // expect: DOO103 kubernetes:read
app.MapPost("/jobs/quiet", (ClockJob job) => job.RunAsync());

// case: a decorator of this project around a service of the library
app.MapGet("/counted", (CountedReader reader) => reader.AllAsync()); // expect: DOO103 kubernetes:read

// case: no call
app.MapGet("/now", (IClock clock) => clock.Now);

// case: a scope that is not declared, in a call of the library that this app makes
app.MapGet("/cpu/{host:long}", (long host, ITelemetry telemetry) => telemetry.CpuAsync(host)); // or: DOO102 #cpu
app.MapGet("/clusters/{id:guid}/config", (Guid id, IClusterReader clusters) => clusters.ConfigAsync(id)); // or: DOO102 #config
app.Run();

class ClusterJob(IClusterReader clusters) : Job { protected override Task<string> WorkAsync() => clusters.AllAsync(); }
class ClockJob(IClock clock) : Job { protected override Task<string> WorkAsync() => Task.FromResult(clock.Now.ToString("O")); }
class CountedReader(IClusterReader inner) : IClusterReader { public int Count { get; private set; } public Task<string> AllAsync(CancellationToken cancel = default) { Count++; return inner.AllAsync(cancel); } public Task<string> ConfigAsync(Guid id) => inner.ConfigAsync(id); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Kubernetes.Read)]
[DigitalOceanScope(Scopes.Kubernetes.Update)]
public static partial class Deck; // expect: DOO102 monitoring:read #cpu, expect: DOO102 kubernetes:access_cluster #config
