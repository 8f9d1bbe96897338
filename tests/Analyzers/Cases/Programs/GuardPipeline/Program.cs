using MediatR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ScopeBehavior<,>));
var app = builder.Build();
app.MapDeck();
static Task<string> List(DigitalOceanClient client) => client.GetStringAsync("/v2/vpcs");

// case: a behavior of the mediator's pipeline asks for the scope that the message names
app.MapGet("/1", (ISender sender) => sender.Send(new ListVpcs()));
// case: a dispatcher of the app asks before it finds the handler
app.MapGet("/2", (Bus bus) => bus.Send(new ShowVpcs()));
app.Run();

public interface INeedsScope { string Needed { get; } }
public record ListVpcs : IRequest<string>, INeedsScope { public string Needed => Scopes.Vpc.Read; }
public class ListVpcsHandler(DigitalOceanClient client) : IRequestHandler<ListVpcs, string>
{
    public Task<string> Handle(ListVpcs request, CancellationToken cancellationToken) => client.GetStringAsync("/v2/vpcs", cancellationToken);
}
public class ScopeBehavior<TRequest, TResponse>(DigitalOceanUser user) : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        request is INeedsScope needs && !user.HasScope(needs.Needed) ? throw new UnauthorizedAccessException(needs.Needed) : next(cancellationToken);
}
public record ShowVpcs;
public interface IHandler<in T> { Task<string> Handle(T message); }
public class ShowVpcsHandler(DigitalOceanClient client) : IHandler<ShowVpcs> { public Task<string> Handle(ShowVpcs message) => client.GetStringAsync("/v2/vpcs"); }
public class Bus(IServiceProvider services, DigitalOceanUser user)
{
    public Task<string> Send<T>(T message) where T : notnull
    {
        if (!user.HasScope(Scopes.Vpc.Read)) { throw new UnauthorizedAccessException(); }
        return services.GetRequiredService<IHandler<T>>().Handle(message);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
public static partial class Deck;
