using MediatR;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();

// case: a command through a service
app.MapPost("/1", (Facade facade) => facade.Create()); // expect: DOO103 vpc:create
app.MapGet("/1i", (Facade facade) => facade.Time());

// case: a message in a local of the interface's type
app.MapGet("/2", async (ISender sender) => { IRequest<string> query = new Vpcs(1); return await sender.Send(query); }); // expect: DOO103 vpc:read

// case: a message from the body
app.MapPost("/3", (NewVpc command, IMediator mediator) => mediator.Send(command)); // expect: DOO103 vpc:create

// case: a handler that sends another message
app.MapGet("/4", (IMediator mediator) => mediator.Send(new Summary())); // expect: DOO103 vpc:read
app.MapGet("/4g", (IMediator mediator) => mediator.Send(new Summary())).RequireVpcRead();

// case: a helper that maps for a message
app.MapQuery<Vpcs>("/5"); // expect: DOO103 vpc:read #mapped
app.MapQuery<Now>("/5i");

// case: a generic handler base
app.MapGet("/6", (IMediator mediator) => mediator.Send(new Peers())); // expect: DOO103 vpc:read
app.MapGet("/6a", (IMediator mediator) => mediator.Send(new Me())).RequireAccountRead();
app.MapGet("/6i", (IMediator mediator) => mediator.Send(new Now()));

// case: a generic handler base with a template method
app.MapGet("/7", (IMediator mediator) => mediator.Send(new Listed())); // expect: DOO103 vpc:read
app.MapGet("/7i", (IMediator mediator) => mediator.Send(new Idle()));
app.Run();

static class Mapping { public static void MapQuery<T>(this IEndpointRouteBuilder routes, string pattern) where T : IRequest<string> => routes.MapGet(pattern, ([AsParameters] T query, ISender sender) => sender.Send(query)); } // or: DOO103 #mapped

public record Vpcs(int Page) : IRequest<string>;
public record NewVpc(string Name) : IRequest<string>;
public record Summary : IRequest<string>;
public record Peers : IRequest<string>;
public record Me : IRequest<string>;
public record Listed : IRequest<string>;
public record Idle : IRequest<string>;
public record Now : IRequest<string>;
public class VpcsHandler(DigitalOceanClient client) : IRequestHandler<Vpcs, string> { public Task<string> Handle(Vpcs request, CancellationToken cancellationToken) => client.GetStringAsync($"/v2/vpcs?page={request.Page}", cancellationToken); }
public class NewVpcHandler(DigitalOceanClient client) : IRequestHandler<NewVpc, string>
{
    public async Task<string> Handle(NewVpc request, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsync("/v2/vpcs", new StringContent(request.Name), cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }
}

public class SummaryHandler(ISender sender) : IRequestHandler<Summary, string> { public async Task<string> Handle(Summary request, CancellationToken cancellationToken) => (await sender.Send(new Vpcs(1), cancellationToken))[..10]; }
public abstract class ClientHandler<T>(DigitalOceanClient client) : IRequestHandler<T, string> where T : IRequest<string>
{
    public Task<string> Handle(T request, CancellationToken cancellationToken) => client.GetStringAsync(PathOf(request), cancellationToken);
    protected abstract string PathOf(T request);
}

public class PeersHandler(DigitalOceanClient client) : ClientHandler<Peers>(client) { protected override string PathOf(Peers request) => "/v2/vpcs"; }
public class MeHandler(DigitalOceanClient client) : ClientHandler<Me>(client) { protected override string PathOf(Me request) => "/v2/account"; }
public abstract class TemplateHandler<T> : IRequestHandler<T, string> where T : IRequest<string>
{
    public Task<string> Handle(T request, CancellationToken cancellationToken) => WorkAsync(request, cancellationToken);
    protected abstract Task<string> WorkAsync(T request, CancellationToken cancel);
}

public class ListedHandler(DigitalOceanClient client) : TemplateHandler<Listed> { protected override Task<string> WorkAsync(Listed request, CancellationToken cancel) => client.GetStringAsync("/v2/vpcs", cancel); }
public class IdleHandler : TemplateHandler<Idle> { protected override Task<string> WorkAsync(Idle request, CancellationToken cancel) => Task.FromResult("idle"); }
public class NowHandler : IRequestHandler<Now, string> { public Task<string> Handle(Now request, CancellationToken cancellationToken) => Task.FromResult(DateTime.UtcNow.ToString()); }
public class Facade(IMediator mediator) { public Task<string> Create() => mediator.Send(new NewVpc("a")); public Task<string> Time() => mediator.Send(new Now()); }

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Vpc.Read)]
[DigitalOceanScope(Scopes.Vpc.Create)]
public static partial class Deck;
