using DoOAuth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddSignalR();
var app = builder.Build();
app.MapDeck();
app.MapHub<OpenHub>("/open");
app.MapHub<MappedHub>("/mapped").RequireCdnRead();
app.MapGroup("/group").RequireCdnRead().MapHub<GroupedHub>("/grouped");
app.MapHub<GuardedHub>("/guarded");
app.MapHub<TypedHub>("/typed");
app.MapHub<DerivedHub>("/derived");
app.MapHub<TwiceHub>("/once").RequireCdnRead();
app.MapHub<TwiceHub>("/twice");
app.MapHub<GenericHub<string>>("/generic");
app.MapHub<LetInHub>("/let-in").RequireCdnRead();
Hubs.Map(app);
app.MapGroup("/named").RequireCdnRead().MapNamed<NamedHub>();
app.MapNamed<OpenNamedHub>();
app.Run();

static class Hubs
{
    public static void MapNamed<T>(this IEndpointRouteBuilder routes)
        where T : Hub => routes.MapHub<T>("/" + typeof(T).Name);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapHub<FarHub>("/far").RequireAuthorization(new RequireScopeAttribute(Scopes.Cdn.Read));
}

// Methods of hubs. Each makes a call that needs cdn:read.
public interface IListener { Task Changed(string text); }

// case: no guard
public class OpenHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints"); // expect: DOO103 cdn:read

    // case: a guard on the method
    [RequireScope(Scopes.Cdn.Read)]
    public Task<string> Guarded() => client.GetStringAsync("/v2/cdn/endpoints");

    // case: asked in the body
    public async Task<string> Asked(DigitalOceanUser user) =>
        user.HasScope(Scopes.Cdn.Read) ? await client.GetStringAsync("/v2/cdn/endpoints") : throw new HubException("no");

    // case: refused by an exception
    public async Task<string> Thrown(DigitalOceanUser user)
    {
        if (!user.HasScope(Scopes.Cdn.Read))
        {
            throw new HubException("no");
        }

        return await Load();
    }

    // case: not for clients
    private Task<string> Load() => client.GetStringAsync("/v2/cdn/endpoints");

    internal Task<string> LoadInternally() => client.GetStringAsync("/v2/cdn/endpoints");

    // case: through a method that is not for clients
    public async Task Notify() => await Clients.Caller.SendAsync("changed", await LoadInternally()); // expect: DOO103 cdn:read

    // case: a stream
    public async IAsyncEnumerable<string> Watch() // expect: DOO103 cdn:read
    {
        yield return await client.GetStringAsync("/v2/cdn/endpoints");
    }
}

// case: guarded where it is mapped
public class MappedHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

// case: guarded by a group
public class GroupedHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

// case: guarded as a class
[RequireScope(Scopes.Cdn.Read)]
public class GuardedHub(DigitalOceanClient client) : Hub
{
    public override async Task OnConnectedAsync() => await client.GetStringAsync("/v2/cdn/endpoints");

    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

// case: when a client connects, with a guard that has no effect there
public class TypedHub(DigitalOceanClient client) : Hub<IListener>
{
    [RequireScope(Scopes.Cdn.Read)]
    public override async Task OnConnectedAsync() => await Clients.Caller.Changed(await client.GetStringAsync("/v2/cdn/endpoints")); // expect: DOO103 cdn:read
}

// case: a method of a base class
public abstract class BaseHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints"); // expect: DOO103 cdn:read
}

public class DerivedHub(DigitalOceanClient client) : BaseHub(client);

// case: mapped twice, once without the guard
public class TwiceHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints"); // expect: DOO103 cdn:read
}

// case: a generic hub
public class GenericHub<T>(DigitalOceanClient client) : Hub
{
    public Task<string> List(T of) => client.GetStringAsync($"/v2/cdn/endpoints"); // expect: DOO103 cdn:read
}

// case: guarded, and everybody let in
[AllowAnonymous]
public class LetInHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints"); // expect: DOO103 cdn:read
}

// case: guarded in another method by an attribute
public class FarHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

// case: mapped by a generic method, with a guard
public class NamedHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

// case: mapped by a generic method, without a guard
public class OpenNamedHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints"); // expect: DOO103 cdn:read
}

// case: a hub that is not mapped
public class UnmappedHub(DigitalOceanClient client) : Hub
{
    public Task<string> List() => client.GetStringAsync("/v2/cdn/endpoints");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Cdn.Read)]
public static partial class Deck;
