using System.Threading.Channels;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// Endpoints and the code that does the work, with a dispatcher, a base class or a delegate between them.

// case: messages as type parameters of a helper that maps
app.MapCommand<DropFirewall>("/1"); // expect: DOO103 firewall:delete #mapped
app.MapCommand<Nothing>("/1p");

// case: a bus that takes the message as a type parameter and finds its handler
app.MapPost("/2", (DropFirewall command, Bus bus) => bus.Publish(command)); // expect: DOO103 firewall:delete
app.MapPost("/2p", (Nothing command, Bus bus) => bus.Publish(command));

// case: a generic handler base with an abstract path member
app.MapGet("/3", (ListHandler<FirewallQuery> handler) => handler.Run(new FirewallQuery())); // undecidable: DOO103
app.MapGet("/3a", (FirewallList handler) => handler.Run(new FirewallQuery())); // expect: DOO103 firewall:read
app.MapGet("/3b", (CertificateList handler) => handler.Run(new CertificateQuery())); // expect: DOO103 certificate:read
app.MapGet("/3c", (CertificateList handler) => handler.Run(new CertificateQuery())).RequireCertificateRead();

// case: a handler in a dictionary by the message's type
app.MapPost("/4", (Table table) => table.Send(new DropFirewall(Guid.Empty))); // undecidable: DOO103

// case: a delegate that a field keeps
app.MapGet("/5", (Steps steps) => steps.Run()); // expect: DOO103 certificate:read

// case: a list of delegates
app.MapGet("/6", (Pipeline pipeline) => pipeline.Run()); // expect: DOO103 firewall:read

// case: an event
app.MapGet("/7", (Ticker ticker, Listener listener) => { ticker.Ticked += listener.On; return ticker.Go(); }); // expect: DOO103 firewall:read

// case: a channel between the endpoint and a background service: the endpoint makes no call
app.MapPost("/8", async (Channel<Guid> channel) => { await channel.Writer.WriteAsync(Guid.NewGuid()); return Results.Accepted(); });

// case: a visitor
app.MapGet("/9", (FirewallNode node, Visitor visitor) => node.Accept(visitor)); // expect: DOO103 firewall:read
app.MapGet("/9p", (EmptyNode node, Visitor visitor) => node.Accept(visitor));

// case: a strategy chosen by key from the services
app.MapGet("/10/{kind}", (string kind, IServiceProvider services) => services.GetRequiredKeyedService<IStrategy>(kind).Run()); // expect: DOO103 certificate:read
app.MapGet("/10p", ([FromKeyedServices("none")] NoStrategy strategy) => strategy.Run());

// case: all implementations of an interface
app.MapGet("/11", async (IEnumerable<IStrategy> strategies) => { foreach (var strategy in strategies) { await strategy.Run(); } }); // expect: DOO103 certificate:read

// case: an async stream
app.MapGet("/12", (Feed feed) => feed.Items()); // expect: DOO103 certificate:read
app.MapGet("/12b", (Feed feed) => Results.Stream(async output => { await foreach (var item in feed.Items()) { await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(item)); } })); // expect: DOO103 certificate:read

// case: a specification object holds the work
app.MapGet("/13", (DigitalOceanClient client) => new Work(() => client.GetStringAsync("/v2/firewalls")).Run()); // expect: DOO103 firewall:read
app.MapGet("/13p", () => new Work(() => Task.FromResult("")).Run());

// case: LINQ's deferred work
app.MapGet("/14", async (Guid[] ids, DigitalOceanClient client) => { var work = ids.Select(id => client.GetStringAsync($"/v2/certificates/{id}")); return await Task.WhenAll(work); }); // expect: DOO103 certificate:read

// case: a lazy service
app.MapGet("/15", (Lazy<Firewalls> firewalls) => firewalls.Value.All()); // expect: DOO103 firewall:read
app.MapGet("/15b", (Func<Firewalls> firewalls) => firewalls().All()); // expect: DOO103 firewall:read

// case: a result of the project's own that does the work when it is written
app.MapGet("/16", () => new FirewallResult()); // expect: DOO103 firewall:read
app.MapGet("/16p", () => new EmptyResult());

// case: parameters that bind themselves
app.MapGet("/17", (Bound bound) => bound.Text); // expect: DOO103 certificate:read

// case: a query with its handler nested in it, sent by an own mediator with an object
app.MapGet("/18", (Mediator mediator) => mediator.Send(new GetFirewall.Query(Guid.Empty))); // expect: DOO103 firewall:read
app.MapGet("/18p", (Mediator mediator) => mediator.Send(new GetClock.Query()));

// case: a base endpoint class with a template method
app.MapGet("/19", new FirewallPage().Handle); // expect: DOO103 firewall:read
app.MapGet("/19p", new ClockPage().Handle);

// case: a helper with a generic service parameter
app.MapGet("/20", With<Firewalls>(service => service.All())); // expect: DOO103 firewall:read
app.MapGet("/20p", With<Clock>(service => service.Now()));
static Func<T, Task<string>> With<T>(Func<T, Task<string>> work) => work;
app.Run();

public record DropFirewall(Guid Id) : ICommand;
public record Nothing : ICommand;
public interface ICommand;
public interface IHandle<in T> where T : ICommand { Task Handle(T command, CancellationToken cancel); }
public class DropFirewallHandler(DigitalOceanClient client) : IHandle<DropFirewall> { public Task Handle(DropFirewall command, CancellationToken cancel) => client.DeleteAsync($"/v2/firewalls/{command.Id}", cancel); }
public class NothingHandler : IHandle<Nothing> { public Task Handle(Nothing command, CancellationToken cancel) => Task.CompletedTask; }
public class Bus(IServiceProvider services) { public async Task Publish<T>(T message) where T : ICommand { foreach (var handler in services.GetServices<IHandle<T>>()) { await handler.Handle(message, default); } } }
static class Mapping
{
    public static RouteHandlerBuilder MapCommand<T>(this IEndpointRouteBuilder routes, string pattern) where T : ICommand =>
        routes.MapPost(pattern, (T command, IHandle<T> handler, CancellationToken cancel) => handler.Handle(command, cancel)); // or: DOO103 #mapped
}

public record FirewallQuery; public record CertificateQuery;
public abstract class ListHandler<TQuery>(DigitalOceanClient client) { protected abstract string Path { get; } public virtual async Task<string> Run(TQuery query) { await Task.Yield(); return await client.GetStringAsync(Path); } }
public sealed class FirewallList(DigitalOceanClient client) : ListHandler<FirewallQuery>(client) { protected override string Path => "/v2/firewalls"; }
public sealed class CertificateList(DigitalOceanClient client) : ListHandler<CertificateQuery>(client) { protected override string Path { get; } = "/v2/certificates"; }

public class Table
{
    private readonly Dictionary<Type, Func<object, Task>> _handlers;
    public Table(DropFirewallHandler handler) => _handlers = new() { [typeof(DropFirewall)] = message => handler.Handle((DropFirewall)message, default) };
    public Task Send(object message) => _handlers[message.GetType()](message);
}

public class Steps { private readonly Func<Task<string>> _work; public Steps(DigitalOceanClient client) { _work = () => client.GetStringAsync("/v2/certificates"); } public Task<string> Run() => _work(); }
public class Pipeline(DigitalOceanClient client) { private readonly List<Func<Task>> _steps = [() => Task.CompletedTask, () => client.GetStringAsync("/v2/firewalls")]; public async Task Run() { foreach (var step in _steps) { await step(); } } }
public class Ticker { public event Func<Task>? Ticked; public Task Go() => Ticked?.Invoke() ?? Task.CompletedTask; }
public class Listener(DigitalOceanClient client) { public Task On() => client.GetStringAsync("/v2/firewalls"); }
public class Visitor(DigitalOceanClient client) { public Task<string> Visit(FirewallNode node) => client.GetStringAsync("/v2/firewalls"); public Task<string> Visit(EmptyNode node) => Task.FromResult(""); }
public class FirewallNode { public Task<string> Accept(Visitor visitor) => visitor.Visit(this); }
public class EmptyNode { public Task<string> Accept(Visitor visitor) => visitor.Visit(this); }
public interface IStrategy { Task<string> Run(); }
public class CertificateStrategy(DigitalOceanClient client) : IStrategy { public Task<string> Run() => client.GetStringAsync("/v2/certificates"); }
public class NoStrategy : IStrategy { public Task<string> Run() => Task.FromResult(""); }
public class Feed(DigitalOceanClient client) { public async IAsyncEnumerable<string> Items() { for (var page = 1; page < 3; page++) { yield return await client.GetStringAsync($"/v2/certificates?page={page}"); } } }
public class Work(Func<Task<string>> work) { public Task<string> Run() => work(); }
public class Firewalls(DigitalOceanClient client) { public Task<string> All() => client.GetStringAsync("/v2/firewalls"); }
public class Clock { public Task<string> Now() => Task.FromResult(""); }
public class FirewallResult : IResult { public async Task ExecuteAsync(HttpContext httpContext) => await httpContext.Response.WriteAsync(await httpContext.RequestServices.GetRequiredService<DigitalOceanClient>().GetStringAsync("/v2/firewalls")); }
public class EmptyResult : IResult { public Task ExecuteAsync(HttpContext httpContext) => Task.CompletedTask; }
public record Bound(string Text) { public static async ValueTask<Bound> BindAsync(HttpContext context) => new(await context.RequestServices.GetRequiredService<DigitalOceanClient>().GetStringAsync("/v2/certificates")); }
public interface IQuery<T>; public interface IQueryHandler<TQuery, T> where TQuery : IQuery<T> { Task<T> Execute(TQuery query); }
public class Mediator(IServiceProvider services)
{
    public Task<T> Send<T>(IQuery<T> query)
    {
        var handler = services.GetRequiredService(typeof(IQueryHandler<,>).MakeGenericType(query.GetType(), typeof(T)));
        return (Task<T>)handler.GetType().GetMethod("Execute")!.Invoke(handler, [query])!;
    }
}

public static class GetFirewall { public record Query(Guid Id) : IQuery<string>; public class Handler(DigitalOceanClient client) : IQueryHandler<Query, string> { public Task<string> Execute(Query query) => client.GetStringAsync($"/v2/firewalls/{query.Id}"); } }
public static class GetClock { public record Query : IQuery<string>; public class Handler : IQueryHandler<Query, string> { public Task<string> Execute(Query query) => Task.FromResult(""); } }
public abstract class Page { public async Task<IResult> Handle(HttpContext context) { context.Response.Headers["x"] = "y"; return Results.Text(await Body(context)); } protected abstract Task<string> Body(HttpContext context); }
public class FirewallPage : Page { protected override Task<string> Body(HttpContext context) => context.RequestServices.GetRequiredService<DigitalOceanClient>().GetStringAsync("/v2/firewalls"); }
public class ClockPage : Page { protected override Task<string> Body(HttpContext context) => Task.FromResult(""); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Firewall.Delete)]
[DigitalOceanScope(Scopes.Certificate.Read)]
public static partial class Deck;
