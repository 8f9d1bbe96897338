using Microsoft.AspNetCore.SignalR;

namespace DoOAuth.Tests.Connections;

/// <summary>A hub without attributes: who may call it is said where it is mapped, or nowhere.</summary>
public sealed class OpenHub : Hub
{
    private static readonly Uri Echo = new("/v2/echo", UriKind.Relative);

    public string Reading() => Context.ConnectionId;

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
}
