using Microsoft.AspNetCore.SignalR;

namespace DoOAuth.Tests.Connections;

/// <summary>A hub as people write it: one method that takes the client, and one that opens the access of the connection's user.</summary>
[RequireScope(Scopes.Droplet.Read)]
public sealed class DropletHub : Hub
{
    private static readonly Uri Echo = new("/v2/echo", UriKind.Relative);

    public async Task<string> ByClient(DigitalOceanClient client) => await client.GetStringAsync(Echo, Context.ConnectionAborted);

    public async Task<string> ByUser(DigitalOceanSessions sessions)
    {
        try
        {
            await using var access = await sessions.OpenAccessForAsync(Context.User!, Context.ConnectionAborted);
            return await access.Client.GetStringAsync(Echo, Context.ConnectionAborted);
        }
        catch (DigitalOceanAccessException exception)
        {
            throw new HubException(exception.Reason);
        }
    }

    [RequireScope(Scopes.Droplet.Create)]
    public string Creating() => Context.ConnectionId;

    public string Reading() => Context.ConnectionId;
}
