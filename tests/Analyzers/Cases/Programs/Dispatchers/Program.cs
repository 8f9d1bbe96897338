using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// Code that serves several endpoints: those that make no call must stay quiet.

// case: a dispatcher with the types in its arguments
app.MapGet("/1", (Dispatcher dispatcher) => dispatcher.Send<ListFirewalls, string>(new())); // expect: DOO103 firewall:read
app.MapGet("/1p", (Dispatcher dispatcher) => dispatcher.Send<Ping, string>(new()));

// case: a template method
app.MapGet("/10", (FirewallJob job) => job.Run()); // expect: DOO103 firewall:read
app.MapGet("/10p", (IdleJob job) => job.Run());

// case: a switch over the request's type: which arm runs cannot be known
app.MapGet("/4", (Switching switching) => switching.Send(new ListFirewalls())); // expect: DOO103 firewall:read
app.MapGet("/4p", (Switching switching) => switching.Send(new Ping())); // undecidable: DOO103

// case: a handler of its own in a nested class
app.MapGet("/8", ListSlice.Handle); // expect: DOO103 firewall:read

// case: a mediator of the project's own, which finds the handler by reflection
app.MapGet("/9", (ISender sender, CancellationToken cancel) => sender.Send(new ListAll(), cancel)); // expect: DOO103 firewall:read
app.MapGet("/9p", (ISender sender, CancellationToken cancel) => sender.Send(new Hello(), cancel));
app.Run();

public record ListFirewalls;
public record Ping;
public interface IHandler<TRequest, TResult> { Task<TResult> Handle(TRequest request); }
public class ListFirewallsHandler(DigitalOceanClient client) : IHandler<ListFirewalls, string> { public Task<string> Handle(ListFirewalls request) => client.GetStringAsync("/v2/firewalls"); }
public class PingHandler : IHandler<Ping, string> { public Task<string> Handle(Ping request) => Task.FromResult("pong"); }
public class Dispatcher(IServiceProvider services) { public Task<TResult> Send<TRequest, TResult>(TRequest request) => services.GetRequiredService<IHandler<TRequest, TResult>>().Handle(request); }
public abstract class Job { public Task<string> Run() => Work(); protected abstract Task<string> Work(); }
public class FirewallJob(DigitalOceanClient client) : Job { protected override Task<string> Work() => client.GetStringAsync("/v2/firewalls"); }
public class IdleJob : Job { protected override Task<string> Work() => Task.FromResult("x"); }
public class Switching(DigitalOceanClient client) { public async Task<object> Send(object request) => request switch { ListFirewalls => await client.GetStringAsync("/v2/firewalls"), Ping => "pong", _ => throw new NotSupportedException() }; }
public static class ListSlice { public record Response(string Text); public static async Task<Response> Handle(DigitalOceanClient client, CancellationToken cancel) => new(await client.GetStringAsync("/v2/firewalls", cancel)); }

public interface IRequest<T>;
public interface IRequestHandler<TRequest, TResult> where TRequest : IRequest<TResult> { Task<TResult> Handle(TRequest request, CancellationToken cancel); }
public interface ISender { Task<T> Send<T>(IRequest<T> request, CancellationToken cancel = default); }
public class Sender(IServiceProvider services) : ISender
{
    public async Task<T> Send<T>(IRequest<T> request, CancellationToken cancel = default)
    {
        dynamic handler = services.GetRequiredService(typeof(IRequestHandler<,>).MakeGenericType(request.GetType(), typeof(T)));
        return await handler.Handle((dynamic)request, cancel);
    }
}

public record ListAll : IRequest<string>;
public record Hello : IRequest<string>;
public class ListAllHandler(DigitalOceanClient client) : IRequestHandler<ListAll, string> { public Task<string> Handle(ListAll request, CancellationToken cancel) => client.GetStringAsync("/v2/firewalls", cancel); }
public class HelloHandler : IRequestHandler<Hello, string> { public Task<string> Handle(Hello request, CancellationToken cancel) => Task.FromResult("hello"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
