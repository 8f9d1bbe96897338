using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("own", policy => policy.AddRequirements(new TeamRequirement("ops")))
    .AddPolicy("region", policy => policy.RequireClaim("region", "eu"));
builder.Services.AddSingleton<IAuthorizationPolicyProvider, ScopePolicies>();
var app = builder.Build();
app.MapDeck();

// Modules that map by tables, helpers and attributes. Handlers need certificate:read or firewall:read.

// case: a table of patterns and handlers
foreach (var (pattern, handler) in Tables.Open)
{
    app.MapGet(pattern, handler); // expect: DOO103 certificate:read
}

// case: the same with a guard in the loop
foreach (var (pattern, handler) in Tables.Open)
{
    app.MapGet("/guarded" + pattern, handler).RequireCertificateRead();
}

// case: a generic helper that maps for an entity; one of the two groups is guarded
app.MapGroup("/crud/certificates").MapCrud<Certificate>(); // or: DOO103 #crud
app.MapGroup("/crud/firewalls").RequireFirewallRead().MapCrud<Firewall>();

// case: a handler that a generic method makes
app.MapGet("/made", Endpoints.For<Firewall>()); // expect: DOO103 firewall:read
app.MapGet("/made/guarded", Endpoints.For<Firewall>()).RequireFirewallRead();

// case: a handler in a property, with a typed union of results
app.MapGet("/property", Endpoints.One); // expect: DOO103 certificate:read

// case: MapMethods with two verbs and a host
app.MapMethods("/methods", ["GET", "HEAD"], (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")).RequireHost("*.example.com"); // expect: DOO103 certificate:read

// case: in parallel
app.MapPost("/parallel", (Guid[] ids, DigitalOceanClient client) => Parallel.ForEachAsync(ids, async (id, cancel) => await client.GetStringAsync($"/v2/firewalls/{id}", cancel))); // expect: DOO103 firewall:read

// case: PLINQ
app.MapPost("/plinq", (Guid[] ids, DigitalOceanClient client) => Task.WhenAll(ids.AsParallel().Select(id => client.GetStringAsync($"/v2/certificates/{id}")).ToArray())); // expect: DOO103 certificate:read

// case: a scope of services, and a service by its type
app.MapPost("/scope", async (IServiceScopeFactory scopes) => // expect: DOO103 firewall:read
{
    await using var scope = scopes.CreateAsyncScope();
    var reader = (IReader)scope.ServiceProvider.GetRequiredService(typeof(FirewallReader));
    return await reader.ReadAsync();
});

// case: all readers of a list, by LINQ
app.MapGet("/all", async (IEnumerable<IReader> readers) => string.Concat(await Task.WhenAll(readers.OrderBy(reader => reader.Order).Select(reader => reader.ReadAsync())))); // expect: DOO103 firewall:read

// case: the first reader that can
app.MapGet("/first/{order:int}", async Task<Results<Ok<string>, NotFound>> (int order, IEnumerable<IReader> readers) => readers.FirstOrDefault(reader => reader.Order == order) is { } found ? TypedResults.Ok(await found.ReadAsync()) : TypedResults.NotFound()); // expect: DOO103 firewall:read

// case: an unguarded endpoint among chained ones
app.MapGroup("/chain").MapOne().MapTwo();

// case: a service that throws without the scope
app.MapGet("/throwing", (Careful careful) => careful.ReadAsync());
app.MapGet("/throwing/other", (Careful careful) => careful.CarelessAsync()); // expect: DOO103 certificate:read

// case: a service that asks by a property
app.MapGet("/asking", async (Careful careful, DigitalOceanClient client) => careful.Allowed ? Results.Text(await client.GetStringAsync("/v2/certificates")) : Results.Forbid());

// case: policies with a requirement of the project's own, or by a provider: they can require anything
app.MapGet("/policies/own", Endpoints.List).RequireAuthorization("own");
app.MapGet("/policies/provided", Endpoints.List).RequireAuthorization("scope:certificate:read");

// case: a filter factory that looks at an attribute of the handler: it can ask for anything
app.MapGroup("/attributes").AddEndpointFilterFactory((context, next) => context.MethodInfo.GetCustomAttribute<NeedsAttribute>() is { } needs ? invocation => invocation.HttpContext.User.HasClaim("scope", needs.Scope) ? next(invocation) : ValueTask.FromResult<object?>(Results.Forbid()) : next)
    .MapGet("/", [Needs("certificate:read")] (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates"));

// case: a filter that asks in a finally-free try and answers otherwise
app.MapGet("/filtered", Endpoints.List).AddEndpointFilter(async (context, next) =>
{
    var user = context.HttpContext.RequestServices.GetService<DigitalOceanUser>();
    return user?.HasScope(Scopes.Certificate.Read) switch
    {
        true => await next(context),
        false => Results.Forbid(),
        null => Results.Unauthorized(),
    };
});

// case: a filter that asks for the scope of the wrong endpoint
app.MapGet("/misfiltered", Endpoints.List).AddEndpointFilter(async (context, next) => context.HttpContext.User.HasClaim("scope", Scopes.Firewall.Read) ? await next(context) : Results.Forbid()); // expect: DOO103 certificate:read

// case: guards in a method that takes the pattern, the handler and the scopes
Endpoints.Secured(app, "/secured", Endpoints.List, Scopes.Certificate.Read);
Endpoints.Secured(app, "/secured/both", Endpoints.List, Scopes.Firewall.Read, Scopes.Certificate.Read);

// case: a delegate that is null in one case, and the call is in the other
Func<DigitalOceanClient, Task<string>>? maybe = app.Environment.IsDevelopment() ? null : client => client.GetStringAsync("/v2/firewalls");
app.MapGet("/maybe", async (DigitalOceanClient client) => maybe is null ? "" : await maybe(client)); // expect: DOO103 firewall:read

// case: work that is queued for a background service, as a delegate: either is right
app.MapPost("/queued", (System.Threading.Channels.Channel<Func<Task>> queue, DigitalOceanClient client) => queue.Writer.TryWrite(() => client.GetStringAsync("/v2/firewalls"))); // undecidable: DOO103

// case: no call
app.MapGet("/quiet/order", (IEnumerable<IReader> readers) => readers.Select(reader => reader.Order));
app.MapGet("/quiet/nothing", (NoReader reader) => reader.ReadAsync());
app.MapGet("/quiet/type", () => typeof(FirewallReader).Name + nameof(FirewallReader.ReadAsync));
app.MapGet("/quiet/entity", () => Firewall.Path);
app.Run();

interface IEntity { static abstract string Path { get; } }
record Certificate : IEntity { public static string Path => "certificates"; }
record Firewall : IEntity { public static string Path => "firewalls"; }

interface IReader { int Order { get; } Task<string> ReadAsync(); }
class FirewallReader(DigitalOceanClient client) : IReader { public int Order => 1; public Task<string> ReadAsync() => client.GetStringAsync("/v2/firewalls"); }
class NoReader : IReader { public int Order => 2; public Task<string> ReadAsync() => Task.FromResult(""); }

class Careful(DigitalOceanClient client, DigitalOceanUser user)
{
    public bool Allowed => user.HasScope(Scopes.Certificate.Read);

    public Task<string> ReadAsync()
    {
        Ensure();
        return client.GetStringAsync("/v2/certificates");
    }

    public Task<string> CarelessAsync() => client.GetStringAsync("/v2/certificates");

    private void Ensure()
    {
        if (Allowed)
        {
            return;
        }

        throw new UnauthorizedAccessException();
    }
}

[AttributeUsage(AttributeTargets.Method)] class NeedsAttribute(string scope) : Attribute { public string Scope => scope; }
record TeamRequirement(string Team) : IAuthorizationRequirement;
class ScopePolicies(Microsoft.Extensions.Options.IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith("scope:", StringComparison.Ordinal) ? new AuthorizationPolicyBuilder().RequireClaim("scope", policyName["scope:".Length..]).Build() : await base.GetPolicyAsync(policyName);
}

static class Tables
{
    public static readonly (string Pattern, Delegate Handler)[] Open =
    [
        ("/table/certificates", (DigitalOceanClient client) => client.GetStringAsync("/v2/certificates")),
        ("/table/time", () => DateTimeOffset.UtcNow),
    ];
}

static class Endpoints
{
    public static Delegate For<T>() where T : IEntity => (DigitalOceanClient client, int? page) => client.GetStringAsync($"/v2/{T.Path}?page={page ?? 1}");

    public static Func<Guid, DigitalOceanClient, Task<Results<ContentHttpResult, NotFound>>> One { get; } = async (id, client) =>
    {
        using var answer = await client.GetAsync($"/v2/certificates/{id}");
        return answer.IsSuccessStatusCode ? TypedResults.Text(await answer.Content.ReadAsStringAsync()) : TypedResults.NotFound();
    };

    public static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/certificates");

    public static RouteGroupBuilder MapCrud<T>(this RouteGroupBuilder group) where T : IEntity
    {
        group.MapGet("/", (DigitalOceanClient client) => client.GetStringAsync($"/v2/{T.Path}")); // expect: DOO103 certificate:read #crud
        group.MapGet("/name", () => T.Path);
        return group;
    }

    public static RouteGroupBuilder MapOne(this RouteGroupBuilder group) { group.MapGet("/1", List).RequireCertificateRead(); return group; }
    public static RouteGroupBuilder MapTwo(this RouteGroupBuilder group) { group.MapGet("/2", List); return group; } // expect: DOO103 certificate:read

    public static void Secured(IEndpointRouteBuilder routes, string pattern, Delegate handler, params ReadOnlySpan<string> scopes)
    {
        var endpoint = routes.MapGet(pattern, handler);
        foreach (var scope in scopes)
        {
            endpoint.RequireDigitalOceanScope(Deck.Scheme, scope);
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
