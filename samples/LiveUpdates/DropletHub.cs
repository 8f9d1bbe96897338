using System.Text.Json;
using DoOAuth;
using Microsoft.AspNetCore.SignalR;

namespace LiveUpdates;

/// <summary>A hub whose calls act for the user of the connection.</summary>
internal sealed class DropletHub(DigitalOceanSessions sessions) : Hub
{
    /// <summary>Counts the user's droplets with the session's newest token.</summary>
    public async Task<int> Count()
    {
        try
        {
            await using var access = await sessions.OpenAccessForAsync(Context.User!, Context.ConnectionAborted);
            var answer = await access.Client.GetFromJsonAsync<JsonElement>("/v2/droplets", Context.ConnectionAborted);
            return answer.GetProperty("meta").GetProperty("total").GetInt32();
        }
        catch (DigitalOceanAccessException exception)
        {
            throw new HubException(exception.Reason);
        }
    }
}
