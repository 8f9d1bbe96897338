using Microsoft.AspNetCore.Http.HttpResults;
using DoOAuth;

namespace Depot.Features.Shares;

public sealed class ShareGateway(DigitalOceanClient client) : Gateway(client)
{
    private const string Root = "/v2/nfs";

    public Task<List.Answer> AllAsync(string region, CancellationToken cancel) => GetAsync<List.Answer>($"{Root}?region={Uri.EscapeDataString(region)}", cancel);

    public Task AddAsync(Create.Command command, CancellationToken cancel) => SendAsync(HttpMethod.Post, Root, command, cancel);

    public Task DropAsync(Guid id, CancellationToken cancel) => SendAsync(HttpMethod.Delete, $"{Root}/{id}", null, cancel);
}

public static class List
{
    public sealed record Query(string Region);
    public sealed record Answer(string[] Shares);

    public sealed class Handler(ShareGateway gateway) : IHandler<Query, Answer>
    {
        public Task<Answer> HandleAsync(Query request, CancellationToken cancel) => gateway.AllAsync(request.Region, cancel);
    }
}

public static class Create
{
    public sealed record Command(string Name, long SizeGib);

    public sealed class Handler(ShareGateway gateway) : IHandler<Command, Guid>
    {
        public async Task<Guid> HandleAsync(Command request, CancellationToken cancel)
        {
            await gateway.AddAsync(request, cancel);
            return Guid.NewGuid();
        }
    }
}

public static class Remind
{
    public sealed record Command(string Text);

    public sealed class Handler(TimeProvider time) : IHandler<Command, Guid>
    {
        public Task<Guid> HandleAsync(Command request, CancellationToken cancel) => Task.FromResult(Guid.CreateVersion7(time.GetUtcNow()));
    }
}

public static class ShareEndpoints
{
    public static IEndpointRouteBuilder MapShares(this IEndpointRouteBuilder routes)
    {
        var shares = routes.MapGroup("/shares");

        // case: a handler behind the generic interface
        shares.MapGet("/", async (string region, IHandler<List.Query, List.Answer> handler, CancellationToken cancel) => TypedResults.Ok(await handler.HandleAsync(new(region), cancel))); // expect: DOO103 nfs:read

        // case: a decorated handler
        shares.MapPost("/", async Task<Created> (Create.Command command, IHandler<Create.Command, Guid> handler, CancellationToken cancel) => TypedResults.Created($"/shares/{await handler.HandleAsync(command, cancel)}")); // expect: DOO103 nfs:create
        shares.MapPost("/guarded", async Task<Created> (Create.Command command, IHandler<Create.Command, Guid> handler, CancellationToken cancel) => TypedResults.Created($"/shares/{await handler.HandleAsync(command, cancel)}")).RequireNfsCreate();

        // case: a handler of the same interface that calls nothing
        shares.MapPost("/remind", (Remind.Command command, IHandler<Remind.Command, Guid> handler, CancellationToken cancel) => handler.HandleAsync(command, cancel));

        // case: a static method of the slice
        shares.MapDelete("/{id:guid}", DropAsync); // expect: DOO103 nfs:delete
        shares.MapDelete("/{id:guid}/guarded", DropAsync).RequireNfsDelete();
        return routes;
    }

    private static async Task<Results<NoContent, NotFound>> DropAsync(Guid id, ShareGateway gateway, CancellationToken cancel)
    {
        try
        {
            await gateway.DropAsync(id, cancel);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.NoContent();
    }
}
