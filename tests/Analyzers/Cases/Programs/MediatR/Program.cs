using MediatR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// With the package MediatR 5.1.0: the endpoint and the handler know only the request between them.
app.MapGet("/firewalls", (IMediator mediator, CancellationToken cancel) => mediator.Send(new ListFirewalls(), cancel)); // expect: DOO103 firewall:read
app.MapGet("/ping", (IMediator mediator, CancellationToken cancel) => mediator.Send(new Ping(), cancel));
app.MapGet("/guarded", (IMediator mediator, CancellationToken cancel) => mediator.Send(new ListFirewalls(), cancel)).RequireFirewallRead();
app.Run();

public record ListFirewalls : IRequest<string>;
public record Ping : IRequest<string>;
public class ListFirewallsHandler(DigitalOceanClient client) : IRequestHandler<ListFirewalls, string> { public Task<string> Handle(ListFirewalls request, CancellationToken cancel) => client.GetStringAsync("/v2/firewalls", cancel); }
public class PingHandler : IRequestHandler<Ping, string> { public Task<string> Handle(Ping request, CancellationToken cancel) => Task.FromResult("pong"); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Firewall.Read)]
public static partial class Deck;
