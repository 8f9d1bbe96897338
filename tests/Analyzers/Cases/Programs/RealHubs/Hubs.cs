using System.Threading.Channels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using DoOAuth;

namespace Live;

public interface IDropletListener { Task Changed(string text); Task Failed(string reason); }

// case: a typed hub, with attributes on some of its methods
public sealed class DropletHub(DropletFeed feed, DigitalOceanClient client, ILogger<DropletHub> logger) : Hub<IDropletListener>
{
    public IAsyncEnumerable<string> Watch(CancellationToken cancel) => feed.WatchAsync(cancel); // expect: DOO103 droplet:read

    [RequireScope(Scopes.Droplet.Read)]
    public IAsyncEnumerable<string> WatchGuarded(CancellationToken cancel) => feed.WatchAsync(cancel);

    [RequireScope(Scopes.Droplet.Read)]
    public async Task Reboot(long id) // expect: DOO103 droplet:update
    {
        using var answer = await client.PostAsJsonAsync($"/v2/droplets/{id}/actions", new { type = "reboot" });
        await Clients.Caller.Changed(answer.ReasonPhrase ?? "");
    }

    public ChannelReader<string> Lines(long id, CancellationToken cancel) // expect: DOO103 droplet:read
    {
        var channel = Channel.CreateBounded<string>(8);
        _ = WriteAsync(channel.Writer, id, cancel);
        return channel.Reader;
    }

    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        logger.LogInformation(exception, "gone");
        return base.OnDisconnectedAsync(exception);
    }

    private async Task WriteAsync(ChannelWriter<string> writer, long id, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            while (await writer.WaitToWriteAsync(cancel))
            {
                await writer.WriteAsync(await client.GetStringAsync($"/v2/droplets/{id}/actions", cancel), cancel);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        finally
        {
            writer.Complete(failure);
        }
    }
}

// case: a filter of this hub alone, which asks for reading
public sealed class ConsoleFilter : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Context.User?.HasClaim("scope", Scopes.Droplet.Read) != true)
        {
            throw new HubException("droplet:read is missing");
        }

        return await next(invocationContext);
    }
}

public sealed class ConsoleHub(DigitalOceanClient client) : Hub
{
    public Task<string> Kernels(long id) => client.GetStringAsync($"/v2/droplets/{id}/kernels");
    public Task PowerOff(long id) => client.PostAsJsonAsync($"/v2/droplets/{id}/actions", new { type = "power_off" }); // expect: DOO103 droplet:update
}

// case: guarded where it is mapped; a scope beyond that is asked in the method
public sealed class ActionHub(ActionWatcher watcher, DigitalOceanClient client) : Hub
{
    public Task<string> Wait(long action) => watcher.WaitAsync(action, new Progress<string>(text => Clients.Caller.SendAsync("progress", text)), Context.ConnectionAborted);

    public async Task<string?> Rename(long image, string name)
    {
        if (Context.User is not { } user || !user.HasClaim("scope", Scopes.Image.Update))
        {
            await Clients.Caller.SendAsync("refused");
            return null;
        }

        using var answer = await client.PutAsJsonAsync($"/v2/images/{image}", new { name });
        return answer.ReasonPhrase;
    }

    // case: asked too late
    public async Task<string?> RenameLate(long image, string name) // expect: DOO103 image:update
    {
        using var answer = await client.PutAsJsonAsync($"/v2/images/{image}", new { name });
        return Context.User?.HasClaim("scope", Scopes.Image.Update) == true ? answer.ReasonPhrase : null;
    }
}

// case: guarded on the group that it is mapped on
public sealed class ImageHub(DigitalOceanClient client) : Hub
{
    public Task<string> All() => client.GetStringAsync("/v2/images");
    public Task<string> Actions(long image) => client.GetStringAsync($"/v2/images/{image}/actions");
    public Task<string> ActionOf(long action) => client.GetStringAsync($"/v2/actions/{action}"); // expect: DOO103 actions:read
}
