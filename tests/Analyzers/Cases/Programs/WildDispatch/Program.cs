using System.Collections.Concurrent;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddScoped<IChecks>(services => new CachedChecks(new Checks(services.GetRequiredService<DigitalOceanClient>())));
builder.Services.AddScoped(typeof(IReadOnlyStore<>), typeof(ApiStore<>));
builder.Services.AddScoped<Func<string, IReport>>(services => name => name == "a" ? new AlertReport(services.GetRequiredService<DigitalOceanClient>()) : new EmptyReport());
builder.Services.AddKeyedScoped<IReport, AlertReport>("alerts");
builder.Services.AddKeyedScoped<IReport, EmptyReport>("empty");
var app = builder.Build();
app.MapDeck();

// Nothing here is guarded. Lines without a mark make no call, or one that needs no scope.

// case: a decorator that a factory puts around the service
app.MapGet("/1", (IChecks checks, CancellationToken cancel) => checks.ListAsync(cancel)); // expect: DOO103 uptime:read
app.MapGet("/1q", (IChecks checks) => checks.Name);

// case: an open generic store, the path by a static abstract member of the entity
app.MapGet("/2", (IReadOnlyStore<Check> store) => store.AllAsync()); // expect: DOO103 uptime:read
app.MapGet("/2q", (IReadOnlyStore<OneClick> store) => store.AllAsync());

// case: an interface's own method calls one that is implemented
app.MapGet("/3", (AlertReport report) => ((IReport)report).TitledAsync("x")); // expect: DOO103 monitoring:read

// case: a factory with an argument
app.MapGet("/4/{name}", (string name, Func<string, IReport> reports) => reports(name).WriteAsync()); // expect: DOO103 monitoring:read

// case: keyed by an attribute, typed as the interface: which one runs is said by the key
app.MapGet("/5", ([FromKeyedServices("alerts")] IReport report) => report.WriteAsync()); // expect: DOO103 monitoring:read
app.MapGet("/5q", ([FromKeyedServices("empty")] IReport report) => report.WriteAsync()); // undecidable: DOO103

// case: a lambda that a method makes, with the path as its argument
app.MapGet("/6", Handlers.Read("/v2/cdn/endpoints")); // expect: DOO103 cdn:read
app.MapGet("/6q", Handlers.Read("/v2/1-clicks"));

// case: one of two handlers
app.MapGet("/7", app.Environment.IsProduction() ? Handlers.Alerts : Handlers.Nothing); // expect: DOO103 monitoring:read

// case: a method of an object that is made in place
app.MapGet("/8", new Corner("eu").Alerts); // expect: DOO103 monitoring:read
app.MapGet("/8q", new Corner("eu").Where);

// case: a filter that makes a call of its own
app.MapGet("/9", () => "ok").AddEndpointFilter<CountsChecks>(); // expect: DOO103 uptime:read
app.MapGet("/9q", () => "ok").AddEndpointFilter<Timed>();

// case: a filter of a group that calls
var counted = app.MapGroup("/10").AddEndpointFilter(async (context, next) => // or: DOO103
{
    await context.HttpContext.RequestServices.GetRequiredService<DigitalOceanClient>().GetAsync("/v2/uptime/checks");
    return await next(context);
});
counted.MapPost("/", () => "ok"); // expect: DOO103 uptime:read

// case: a RequestDelegate with services from the context
app.Map("/11", async context => // expect: DOO103 cdn:read
{
    var client = context.RequestServices.GetRequiredService<DigitalOceanClient>();
    await context.Response.WriteAsync(await client.GetStringAsync($"/v2/cdn/endpoints/{Guid.NewGuid()}"));
});

// case: parameters in a record that does the work
app.MapGet("/12", ([AsParameters] CheckArguments arguments) => arguments.RunAsync()); // expect: DOO103 uptime:read
app.MapGet("/12q", ([AsParameters] CheckArguments arguments) => arguments.Page);

// case: an abstract command with its own execution
app.MapPost("/13", async (DigitalOceanClient client) => { Command command = new PurgeCommand(Guid.NewGuid()); await command.ExecuteAsync(client); }); // expect: DOO103 cdn:delete
app.MapPost("/13q", async (DigitalOceanClient client) => { var command = new NoCommand(); await command.ExecuteAsync(client); });

// case: a helper that repeats a delegate
app.MapGet("/14", (Checks checks, CancellationToken cancel) => Retry.UntilAsync(3, checks.ListAsync, cancel)); // expect: DOO103 uptime:read
app.MapGet("/14q", (CancellationToken cancel) => Retry.UntilAsync(3, _ => Task.FromResult("x"), cancel));

// case: results that are bound and matched
app.MapGet("/15", async (DigitalOceanClient client) => (await Result.Of(5).BindAsync(limit => Handlers.AlertsAsync(client, limit))).Match(text => Results.Text(text), _ => Results.NotFound())); // expect: DOO103 monitoring:read
app.MapGet("/15q", async () => (await Result.Of(5).BindAsync(limit => Task.FromResult(Result.Of(limit.ToString())))).Match(text => Results.Text(text), _ => Results.NotFound()));

// case: composed functions in locals
Func<DigitalOceanClient, Task<string>> fetch = client => client.GetStringAsync("/v2/monitoring/sinks");
Func<DigitalOceanClient, Task<int>> measure = async client => (await fetch(client)).Length;
app.MapGet("/16", (DigitalOceanClient client) => measure(client)); // expect: DOO103 monitoring:read

// case: in the background of the request
app.MapPost("/17", (DigitalOceanClient client, Guid id) => { _ = Task.Run(() => client.DeleteAsync($"/v2/cdn/endpoints/{id}")); return Results.Accepted(); }); // expect: DOO103 cdn:delete

// case: a table of states
app.MapPost("/18", (Machine machine) => machine.GoAsync()); // expect: DOO103 uptime:update

// case: observers in a list
app.MapPost("/19", (Subject subject, ChecksObserver observer) => { subject.Add(observer); return subject.NotifyAsync(); }); // expect: DOO103 uptime:read

// case: a pipeline of behaviours, one of which calls for whatever it is given
app.MapPost("/20", (Bus bus) => bus.SendAsync(new Touch(), _ => Task.FromResult("touched"))); // expect: DOO103 monitoring:read

// case: two operations, two reports
app.MapGet("/21", async (DigitalOceanClient client) => // expect: DOO103 uptime:read, expect: DOO103 cdn:read
{
    var (checks, endpoints) = (client.GetStringAsync("/v2/uptime/checks"), client.GetStringAsync("/v2/cdn/endpoints"));
    await Task.WhenAll(checks, endpoints);
    return $"{await checks}{await endpoints}";
});

// case: a generic handler method with a type argument
app.MapGet("/22", Handlers.First<Check>); // expect: DOO103 uptime:read
app.MapGet("/22q", Handlers.First<OneClick>);

// case: a cache of tasks
app.MapGet("/23/{id:guid}", (Guid id, Remembered remembered) => remembered.Of(id)); // expect: DOO103 uptime:read

// case: a streaming result's callback
app.MapGet("/24", (DigitalOceanClient client) => TypedResults.Stream(async output => await (await client.GetStreamAsync("/v2/cdn/endpoints")).CopyToAsync(output), "application/json")); // expect: DOO103 cdn:read

// case: a local function that maps
void MapAlert(string path, string tail) => app.MapGet(path, (DigitalOceanClient client) => client.GetStringAsync($"/v2/monitoring/{tail}")); // expect: DOO103 monitoring:read
MapAlert("/25", "alerts");

// case: a lock around the call, with a semaphore and finally
app.MapGet("/26", (Serialized serialized) => serialized.GetAsync()); // expect: DOO103 monitoring:read

// case: an extension method of the client on an interface type
app.MapGet("/27", (DigitalOceanClient client) => client.UptimeAsync()); // expect: DOO103 uptime:read

// case: a partial class of two parts
app.MapGet("/28", (Parts parts) => parts.Outer()); // expect: DOO103 cdn:read

// case: a constructor that starts the call
app.MapGet("/29", (DigitalOceanClient client) => new Eager(client).Text); // expect: DOO103 uptime:read

// case: null-coalescing between a cache and the call
app.MapGet("/30", async (Remembered remembered) => remembered.Last ?? await remembered.Of(Guid.Empty)); // expect: DOO103 uptime:read

// case: a delegate type of the project's own, from the services
app.MapGet("/31", (ReadAlerts read) => read(5)); // undecidable: DOO103

// case: an endpoint that only hands the client's address to a log
app.MapGet("/32", (DigitalOceanClient client) => client.BaseAddress?.Host);

// case: a delegate that is made and never run
app.MapGet("/33", (DigitalOceanClient client) => { Func<Task<string>> later = () => client.GetStringAsync("/v2/cdn/endpoints"); return later.Method.Name; }); // undecidable: DOO103

// case: a method that shares its name with one that calls
app.MapGet("/34", (Checks checks) => checks.ListAsync());

// case: the message alone is made
app.MapGet("/35", () => new HttpRequestMessage(HttpMethod.Get, "/v2/cdn/endpoints").RequestUri!.ToString());
app.Run();

public delegate Task<string> ReadAlerts(int limit);
public interface IChecks { string Name { get; } Task<string> ListAsync(CancellationToken cancel); }
public class Checks(DigitalOceanClient client) : IChecks
{
    public string Name => "checks";
    public async Task<string> ListAsync(CancellationToken cancel) => await client.GetStringAsync("/v2/uptime/checks", cancel);
    public string[] ListAsync() => ["none"];
}

public class CachedChecks(IChecks inner) : IChecks
{
    private string? _kept;
    public string Name => inner.Name;
    public async Task<string> ListAsync(CancellationToken cancel) => _kept ??= await inner.ListAsync(cancel);
}

public interface IResource { static abstract string Path { get; } }
public record Check(Guid Id) : IResource { public static string Path => "uptime/checks"; }
public record OneClick(string Slug) : IResource { public static string Path => "1-clicks"; }
public interface IReadOnlyStore<T> where T : IResource { Task<string> AllAsync(); }
public class ApiStore<T>(DigitalOceanClient client) : IReadOnlyStore<T> where T : IResource { public Task<string> AllAsync() => client.GetStringAsync($"/v2/{T.Path}"); }

public interface IReport
{
    Task<string> WriteAsync();
    async Task<string> TitledAsync(string title) => title + await WriteAsync();
}

public class AlertReport(DigitalOceanClient client) : IReport { public Task<string> WriteAsync() => client.GetStringAsync("/v2/monitoring/alerts"); }
public class EmptyReport : IReport { public Task<string> WriteAsync() => Task.FromResult(""); }

public static class Handlers
{
    public static Func<DigitalOceanClient, Task<string>> Read(string path) => client => client.GetStringAsync(path);
    public static Task<string> Alerts(DigitalOceanClient client) => client.GetStringAsync("/v2/monitoring/alerts");
    public static Task<string> Nothing(DigitalOceanClient client) => Task.FromResult(client.Timeout.ToString());
    public static async Task<Result<string>> AlertsAsync(DigitalOceanClient client, int limit) => Result.Of(await client.GetStringAsync($"/v2/monitoring/alerts?per_page={limit}"));
    public static async Task<IResult> First<T>(IReadOnlyStore<T> store) where T : IResource => Results.Text(await store.AllAsync());
}

public class Corner(string region)
{
    public Task<string> Alerts(DigitalOceanClient client) => client.GetStringAsync($"/v2/monitoring/alerts?region={region}");
    public string Where() => region;
}

public class CountsChecks(DigitalOceanClient client) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Items["checks"] = await client.GetFromJsonAsync<object>("/v2/uptime/checks");
        return await next(context);
    }
}

public class Timed(TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var start = time.GetTimestamp();
        var result = await next(context);
        context.HttpContext.Response.Headers.Append("x-time", time.GetElapsedTime(start).ToString());
        return result;
    }
}

public record CheckArguments(int Page, DigitalOceanClient Client) { public Task<string> RunAsync() => Client.GetStringAsync($"/v2/uptime/checks?page={Page}"); }
public abstract record Command { public abstract Task ExecuteAsync(DigitalOceanClient client); }
public record PurgeCommand(Guid Id) : Command { public override Task ExecuteAsync(DigitalOceanClient client) => client.DeleteAsync($"/v2/cdn/endpoints/{Id}/cache"); }
public record NoCommand : Command { public override Task ExecuteAsync(DigitalOceanClient client) => Task.CompletedTask; }

public static class Retry
{
    public static async Task<T> UntilAsync<T>(int times, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        List<Exception> failures = [];
        while (times-- > 0)
        {
            try
            {
                return await work(cancel).ConfigureAwait(false);
            }
            catch (HttpRequestException failure)
            {
                failures.Add(failure);
            }
        }

        throw new AggregateException(failures);
    }
}

public readonly struct Result<T>(T value, bool ok)
{
    public Task<Result<TNext>> BindAsync<TNext>(Func<T, Task<Result<TNext>>> next) => ok ? next(value) : Task.FromResult(default(Result<TNext>));
    public IResult Match(Func<T, IResult> found, Func<string, IResult> failed) => ok ? found(value) : failed("none");
}

public static class Result { public static Result<T> Of<T>(T value) => new(value, true); }

public class Machine
{
    private enum State { Start, Done }
    private readonly Dictionary<State, Func<Task<State>>> _steps;
    public Machine(DigitalOceanClient client) => _steps = new()
    {
        [State.Start] = async () => { await client.PutAsJsonAsync($"/v2/uptime/checks/{Guid.NewGuid()}", new { enabled = true }); return State.Done; },
    };

    public async Task GoAsync()
    {
        for (var state = State.Start; _steps.TryGetValue(state, out var step);)
        {
            state = await step();
        }
    }
}

public interface IObserver { Task OnAsync(); }
public class ChecksObserver(DigitalOceanClient client) : IObserver { public Task OnAsync() => client.GetStringAsync("/v2/uptime/checks"); }
public class Subject { private readonly List<IObserver> _observers = []; public void Add(IObserver observer) => _observers.Add(observer); public async Task NotifyAsync() { foreach (var observer in _observers) { await observer.OnAsync(); } } }

public interface IBehaviour { Task<T> Around<T>(Func<Task<T>> next); }
public class Logging(ILogger<Logging> logger) : IBehaviour { public async Task<T> Around<T>(Func<Task<T>> next) { logger.LogInformation("before"); return await next(); } }
public class Auditing(DigitalOceanClient client) : IBehaviour { public async Task<T> Around<T>(Func<Task<T>> next) { await client.GetStringAsync("/v2/monitoring/sinks"); return await next(); } }
public record Touch;
public class Bus(IEnumerable<IBehaviour> behaviours)
{
    public Task<TResult> SendAsync<TMessage, TResult>(TMessage message, Func<TMessage, Task<TResult>> handle)
    {
        Func<Task<TResult>> work = () => handle(message);
        foreach (var behaviour in behaviours.Reverse())
        {
            var inner = work;
            work = () => behaviour.Around(inner);
        }

        return work();
    }
}

public class Remembered(DigitalOceanClient client)
{
    private readonly ConcurrentDictionary<Guid, Task<string>> _tasks = new();
    public string? Last { get; private set; }
    public Task<string> Of(Guid id) => _tasks.GetOrAdd(id, key => client.GetStringAsync($"/v2/uptime/checks/{key}"));
}

public class Serialized(DigitalOceanClient client)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    public async Task<string> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return await client.GetStringAsync("/v2/monitoring/sinks/destinations");
        }
        finally
        {
            Gate.Release();
        }
    }
}

public static class ClientExtensions { extension(DigitalOceanClient client) { public async Task<string> UptimeAsync() => await client.GetStringAsync("/v2/uptime/checks"); } }
public partial class Parts(DigitalOceanClient client) { public Task<string> Outer() => Inner(); private partial Task<string> Inner(); }
public partial class Parts { private partial Task<string> Inner() => client.GetStringAsync("/v2/cdn/endpoints"); }
public class Eager { private readonly Task<string> _text; public Eager(DigitalOceanClient client) => _text = client.GetStringAsync("/v2/uptime/checks"); public Task<string> Text => _text; }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read)]
[DigitalOceanScope(Scopes.Uptime.Update)]
[DigitalOceanScope(Scopes.Monitoring.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
[DigitalOceanScope(Scopes.Cdn.Delete)]
public static partial class Deck;
