using System.Collections.Concurrent;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IQueryHandler<CertificatesQuery, string>, CertificatesQueryHandler>();
builder.Services.AddScoped<IQueryHandler<ClockQuery, string>, ClockQueryHandler>();
builder.Services.AddKeyedScoped<IExporter, FirewallExporter>("firewalls");
builder.Services.AddKeyedScoped<IExporter, EmptyExporter>("empty");
builder.Services.AddScoped<IStore<Certificate>, CertificateStore>();
builder.Services.AddScoped<IStore<Note>, NoteStore>();
var app = builder.Build();
app.MapDeck();

// case: a query bus
app.MapGet("/1", (QueryBus bus) => bus.Ask(new CertificatesQuery())); // expect: DOO103 certificate:read
app.MapGet("/1i", (QueryBus bus) => bus.Ask(new ClockQuery()));
app.MapGet("/1g", (QueryBus bus) => bus.Ask(new CertificatesQuery())).RequireCertificateRead();

// case: keyed services
app.MapGet("/2", ([FromKeyedServices("firewalls")] IExporter exporter) => exporter.Export()); // expect: DOO103 firewall:read
app.MapGet("/2i", ([FromKeyedServices("empty")] IExporter exporter) => exporter.Export()); // undecidable: DOO103

// case: a generic service by its argument
app.MapGet("/3", (CrudService<Certificate> service) => service.All()); // expect: DOO103 certificate:read
app.MapGet("/3i", (CrudService<Note> service) => service.All());

// case: a generic method with a type argument
app.MapPost("/4", (Runner runner) => runner.Run<PurgeJob>()); // expect: DOO103 cdn:delete
app.MapPost("/4i", (Runner runner) => runner.Run<NoJob>());

// case: a decorator
app.MapGet("/5", (Logged<CertificateStore> store) => store.All()); // expect: DOO103 certificate:read
app.MapGet("/5i", (Logged<NoteStore> store) => store.All());

// case: a delegate given to a generic runner
app.MapGet("/6", (Timer timer, DigitalOceanClient client) => timer.Time(() => client.GetStringAsync("/v2/firewalls"))); // expect: DOO103 firewall:read
app.MapGet("/6i", (Timer timer) => timer.Time(() => Task.FromResult("x")));

// case: a pipeline of behaviours
app.MapGet("/7", (Pipeline pipeline) => pipeline.Execute(new CertificatesQuery())); // expect: DOO103 certificate:read
app.MapGet("/7i", (Pipeline pipeline) => pipeline.Execute(new ClockQuery()));

// case: a cache with a factory
app.MapGet("/8", (Cache cache, CertificateStore store) => cache.GetOrAdd("c", _ => store.All())); // expect: DOO103 certificate:read
app.MapGet("/8i", (Cache cache, NoteStore store) => cache.GetOrAdd("n", _ => store.All()));

// case: a derived class that overrides without a call
app.MapGet("/9", (BaseReport report) => report.Text()); // expect: DOO103 certificate:read
app.MapGet("/9i", (QuietReport report) => report.Text());

// case: a module class with endpoints mapped by an interface
new CertificatesModule().Map(app);
new ClockModule().Map(app);

// case: endpoint as a class with a static Map
CreateFirewall.Map(app);
app.Run();

public interface IQuery<T>;
public interface IQueryHandler<TQuery, T> where TQuery : IQuery<T> { Task<T> HandleAsync(TQuery query); }
public record CertificatesQuery : IQuery<string>;
public record ClockQuery : IQuery<string>;
public class CertificatesQueryHandler(IStore<Certificate> store) : IQueryHandler<CertificatesQuery, string> { public Task<string> HandleAsync(CertificatesQuery query) => store.All(); }
public class ClockQueryHandler(TimeProvider time) : IQueryHandler<ClockQuery, string> { public Task<string> HandleAsync(ClockQuery query) => Task.FromResult(time.GetUtcNow().ToString()); }
public class QueryBus(IServiceProvider services)
{
    private static readonly ConcurrentDictionary<Type, Type> Types = new();

    public Task<T> Ask<T>(IQuery<T> query)
    {
        var type = Types.GetOrAdd(query.GetType(), of => typeof(IQueryHandler<,>).MakeGenericType(of, typeof(T)));
        var handler = services.GetRequiredService(type);
        return (Task<T>)type.GetMethod("HandleAsync")!.Invoke(handler, [query])!;
    }
}

public class Pipeline(QueryBus bus, ILogger<Pipeline> logger)
{
    public async Task<T> Execute<T>(IQuery<T> query)
    {
        logger.LogInformation("{Query}", query);
        return await bus.Ask(query);
    }
}

public interface IExporter { Task<string> Export(); }
public class FirewallExporter(DigitalOceanClient client) : IExporter { public Task<string> Export() => client.GetStringAsync("/v2/firewalls"); }
public class EmptyExporter : IExporter { public Task<string> Export() => Task.FromResult(""); }

public record Certificate;
public record Note;
public interface IStore { Task<string> All(); }
public interface IStore<T> : IStore;
public class CertificateStore(DigitalOceanClient client) : IStore<Certificate> { public Task<string> All() => client.GetStringAsync("/v2/certificates"); }
public class NoteStore : IStore<Note> { public Task<string> All() => Task.FromResult("notes"); }
public class CrudService<T>(IStore<T> store) { public Task<string> All() => store.All(); }
public class Logged<T>(T inner) where T : IStore { public async Task<string> All() { var all = await inner.All(); Console.WriteLine(all.Length); return all; } }

public interface IJob { Task Run(); }
public class PurgeJob(DigitalOceanClient client) : IJob { public Task Run() => client.DeleteAsync("/v2/cdn/endpoints/1/cache"); }
public class NoJob : IJob { public Task Run() => Task.CompletedTask; }
public class Runner(IServiceProvider services) { public Task Run<T>() where T : IJob => ActivatorUtilities.GetServiceOrCreateInstance<T>(services).Run(); }

public class Timer { public async Task<T> Time<T>(Func<Task<T>> work) { var start = DateTime.UtcNow; var result = await work(); Console.WriteLine(DateTime.UtcNow - start); return result; } }
public class Cache { private readonly ConcurrentDictionary<string, Task<string>> _all = new(); public Task<string> GetOrAdd(string key, Func<string, Task<string>> make) => _all.GetOrAdd(key, make); }

public class BaseReport(DigitalOceanClient client) { public virtual Task<string> Text() => client.GetStringAsync("/v2/certificates"); }
public class QuietReport(DigitalOceanClient client) : BaseReport(client) { public override Task<string> Text() => Task.FromResult("quiet"); }

public interface IModule { void Map(IEndpointRouteBuilder routes); }
public class CertificatesModule : IModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/certificates").WithTags("Certificates");
        group.MapGet("/", All); // expect: DOO103 certificate:read
        group.MapGet("/guarded", All).RequireCertificateRead();
        group.MapGet("/count", () => 3);
    }

    private static async Task<IResult> All(CertificateStore store) => Results.Ok(await store.All());
}

public class ClockModule : IModule { public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/clock", (TimeProvider time) => time.GetUtcNow()); }

public static class CreateFirewall
{
    public record Command(string Name);
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/firewalls", Handle); // expect: DOO103 firewall:create
    private static async Task<IResult> Handle(Command command, DigitalOceanClient client)
    {
        using var content = new StringContent(command.Name);
        var response = await client.PostAsync("/v2/firewalls", content);
        return Results.StatusCode((int)response.StatusCode);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Firewall.Create)]
[DigitalOceanScope(Scopes.Cdn.Delete)]
public static partial class Deck;
