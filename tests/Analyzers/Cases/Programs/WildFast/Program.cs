using DoOAuth;
using FastEndpoints;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddAuthorizationBuilder().AddPolicy("uptime", policy => policy.RequireClaim("scope", Scopes.Uptime.Read));
var app = builder.Build();
app.MapDeck();
app.UseFastEndpoints();
app.Run();

// Endpoints as classes, with a base, a mapper and a group. Each call needs uptime:read or uptime:delete.
public sealed record CheckRequest(Guid Id);
public sealed record CheckView(string Text);
public sealed class CheckMapper { public CheckView Of(string text) => new(text.ToUpperInvariant()); }

public interface ICheckStore { Task<string> OneAsync(Guid id, CancellationToken cancel); Task DropAsync(Guid id, CancellationToken cancel); }
public sealed class CheckStore(DigitalOceanClient client) : ICheckStore
{
    public Task<string> OneAsync(Guid id, CancellationToken cancel) => client.GetStringAsync($"/v2/uptime/checks/{id}", cancel);
    public async Task DropAsync(Guid id, CancellationToken cancel) { using var answer = await client.DeleteAsync($"/v2/uptime/checks/{id}", cancel); answer.EnsureSuccessStatusCode(); }
}

public sealed class UptimeGroup : Group { public UptimeGroup() => Configure("uptime", definition => definition.Options(endpoint => endpoint.WithTags("uptime").RequireUptimeRead())); }
public sealed class PlainGroup : Group { public PlainGroup() => Configure("plain", definition => definition.Options(endpoint => endpoint.WithTags("plain"))); }

// case: a base class of the project's own, which maps what the derived class reads
public abstract class MappedEndpoint(CheckMapper mapper) : Endpoint<CheckRequest, CheckView>
{
    protected abstract Task<string> ReadAsync(CheckRequest request, CancellationToken cancel);
    protected async Task<CheckView> MapAsync(CheckRequest request, CancellationToken cancel) => mapper.Of(await ReadAsync(request, cancel));
}

public sealed class OpenCheck(ICheckStore store, CheckMapper mapper) : MappedEndpoint(mapper)
{
    public override void Configure() => Get("/checks/{id}");
    protected override Task<string> ReadAsync(CheckRequest request, CancellationToken cancel) => store.OneAsync(request.Id, cancel);
    public override Task<CheckView> ExecuteAsync(CheckRequest request, CancellationToken cancel) => MapAsync(request, cancel); // expect: DOO103 uptime:read
}

public sealed class EmptyCheck(CheckMapper mapper) : MappedEndpoint(mapper)
{
    public override void Configure() => Get("/checks/empty");
    protected override Task<string> ReadAsync(CheckRequest request, CancellationToken cancel) => Task.FromResult(request.Id.ToString());
    public override Task<CheckView> ExecuteAsync(CheckRequest request, CancellationToken cancel) => MapAsync(request, cancel);
}

// case: a group with a guard that is too little
public sealed class DropCheck(ICheckStore store) : Endpoint<CheckRequest, CheckView>
{
    public override void Configure() { Get("/drop/{id}"); Group<UptimeGroup>(); }
    public override async Task HandleAsync(CheckRequest request, CancellationToken cancel) // expect: DOO103 uptime:delete
    {
        await store.OneAsync(request.Id, cancel);
        await store.DropAsync(request.Id, cancel);
    }
}

// case: a group with a guard, and one without
public sealed class GroupedCheck(ICheckStore store) : Endpoint<CheckRequest, string> { public override void Configure() { Get("/grouped/{id}"); Group<UptimeGroup>(); } public override Task<string> ExecuteAsync(CheckRequest request, CancellationToken cancel) => store.OneAsync(request.Id, cancel); }
public sealed class PlainCheck(ICheckStore store) : Endpoint<CheckRequest, string> { public override void Configure() { Get("/plain/{id}"); Group<PlainGroup>(); } public override Task<string> ExecuteAsync(CheckRequest request, CancellationToken cancel) => store.OneAsync(request.Id, cancel); } // expect: DOO103 uptime:read

// case: a policy, and the other scope asked in the body
public sealed class CarefulDrop(ICheckStore store, DigitalOceanUser user) : Endpoint<CheckRequest, string>
{
    public override void Configure() { Get("/careful/{id}"); Policies("uptime"); }
    public override async Task<string> ExecuteAsync(CheckRequest request, CancellationToken cancel)
    {
        var text = await store.OneAsync(request.Id, cancel);
        if (user.HasScope(Scopes.Uptime.Delete) && text.Length > 0)
        {
            await store.DropAsync(request.Id, cancel);
        }

        return text;
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read)]
[DigitalOceanScope(Scopes.Uptime.Delete, Optional = true)]
public static partial class Deck;
