using Microsoft.AspNetCore.SignalR;

namespace DoOAuth.Tests.Connections;

/// <summary>A hub that everybody who is signed in may connect to, with guarded methods.</summary>
public sealed class GuardedHub : Hub
{
    [RequireScope(Scopes.Droplet.Read)]
    public string Read() => Context.ConnectionId;

    [RequireScope(Scopes.Droplet.Create)]
    public string Create() => Context.ConnectionId;

    [RequireScope(Scopes.Droplet.Read)]
    [RequireScope(Scopes.Droplet.Create, Scopes.Droplet.Delete)]
    public string Replace() => Context.ConnectionId;
}
