using DoOAuth;
using FastEndpoints;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("snapshots", policy => policy.RequireAuthenticatedUser().RequireClaim("scope", "snapshot:read"))
    .AddPolicy("staff", policy => policy.RequireRole("staff"));
var app = builder.Build();
app.MapDeck();
app.UseFastEndpoints(definition => definition.Options(endpoint => endpoint.WithTags("x")));
app.Run();

// Endpoints of FastEndpoints. Each makes a call that needs snapshot:read.
public interface ISnapshots { Task<string> ListAsync(); }
public class Snapshots(DigitalOceanClient client) : ISnapshots { public Task<string> ListAsync() => client.GetStringAsync("/v2/snapshots"); }
public record Page(int Number);

// case: no guard
public class Open(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() => Get("/open");
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync(); // expect: DOO103 snapshot:read
}

// case: no guard, with a request, straight
public class OpenPage(DigitalOceanClient client) : Endpoint<Page, string>
{
    public override void Configure()
    {
        Get("/page");
        AllowAnonymous();
    }

    public override async Task HandleAsync(Page request, CancellationToken cancel) => await client.GetStringAsync($"/v2/snapshots?page={request.Number}", cancel); // expect: DOO103 snapshot:read
}

// case: a guard among the options
public class Guarded(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure()
    {
        Get("/guarded");
        Options(endpoint => endpoint.WithName("guarded").RequireSnapshotRead());
    }

    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: a policy with the scope
public class ByPolicy(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/policy"); Policies("snapshots"); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: a policy without a scope, and roles
public class ByRole(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/role"); Policies("staff"); Roles("staff"); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync(); // expect: DOO103 snapshot:read
}

// case: a processor that asks
public class Processed(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/processed"); PreProcessor<Asks>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: a processor that does something else
public class Logged(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/logged"); PreProcessor<Logs>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync(); // expect: DOO103 snapshot:read
}

// case: processors that ask in other words, or of which the code is elsewhere
public class ByShared(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/ByShared"); PreProcessor<Shared.SharedProcessor>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

public class ByList(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/ByList"); PreProcessor<AsksList>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

public class ByOther(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/ByOther"); PreProcessor<AsksOther>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

public class ByClaims(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/ByClaims"); PreProcessor<AsksClaims>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

public class ByContext(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/ByContext"); PreProcessor<AsksByContext>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

public class AsksList { public Task PreProcessAsync(HttpContext context, DigitalOceanUser user) => user.Scopes.Contains("snapshot:read") ? Task.CompletedTask : context.Response.WriteAsync("no"); }
public class AsksOther(Demands demands) { public Task PreProcessAsync(HttpContext context, DigitalOceanUser user) { demands.Demand(user); return Task.CompletedTask; } }
public class AsksClaims { public Task PreProcessAsync(HttpContext context) => context.User.FindAll("scope").Any(claim => claim.Value == "snapshot:read") ? Task.CompletedTask : context.Response.WriteAsync("no"); }
public class AsksByContext(Demands demands) { public Task PreProcessAsync(HttpContext context) { demands.Demand(context); return Task.CompletedTask; } }
public class Demands
{
    public void Demand(DigitalOceanUser user) { if (!user.HasScope(Scopes.Snapshot.Read)) throw new InvalidOperationException(); }
    public void Demand(HttpContext context) => Demand(context.RequestServices.GetRequiredService<DigitalOceanUser>());
}

public class Asks { public Task PreProcessAsync(HttpContext context, DigitalOceanUser user) => user.HasScope(Scopes.Snapshot.Read) ? Task.CompletedTask : context.Response.WriteAsync("no"); }
public class Logs { public Task PreProcessAsync(HttpContext context) => Task.CompletedTask; }

// case: a group with the guard
public class Safe : Group { public Safe() => Configure("safe", definition => definition.Options(endpoint => endpoint.RequireSnapshotRead())); }

public class Grouped(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override void Configure() { Get("/grouped"); Group<Safe>(); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: a base class that configures
public abstract class SafeEndpoint : EndpointWithoutRequest<string>
{
    public override void Configure() => Options(endpoint => endpoint.RequireSnapshotRead());
}

public class Derived(ISnapshots snapshots) : SafeEndpoint
{
    public override void Configure() { base.Configure(); Get("/derived"); }
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: attributes in place of a configuration
[HttpGet("/attributes")]
[RequireScope(DoOAuth.Scopes.Snapshot.Read)]
public class Attributed(ISnapshots snapshots) : EndpointWithoutRequest<string>
{
    public override Task<string> ExecuteAsync(CancellationToken cancel) => snapshots.ListAsync();
}

// case: asked in the body
public class Asked(ISnapshots snapshots, DigitalOceanUser user) : EndpointWithoutRequest<string>
{
    public override void Configure() => Get("/asked");
    public override async Task<string> ExecuteAsync(CancellationToken cancel) => user.HasScope(Scopes.Snapshot.Read) ? await snapshots.ListAsync() : "no";
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Snapshot.Read)]
public static partial class Deck;
