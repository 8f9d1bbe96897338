using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Connects in the background when the app starts, writes a key and runs a script. If Redis cannot be used, this is logged then, and not at the first
/// sign-in. The start is neither delayed nor does it fail.
/// </summary>
internal sealed class RedisAtStart(SharedRedis redis, RedisKeyNames names) : IHostedService, IDisposable
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ended = new();
    private Task _checking = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var ended = _ended.Token;
        _checking = Task.Run(() => CheckAsync(ended), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _ended.CancelAsync();
        await _checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Also if the host is disposed without being stopped.
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private async Task CheckAsync(CancellationToken ended)
    {
        while (true)
        {
            try
            {
                await redis.ConnectAsync(ended);
                await redis.RunAsync(database => database.StringSetAsync(names.Probe(0), 0, RedisProbe.KeptFor), ended);
                await redis.RunAsync(database => database.ScriptEvaluateAsync("return redis.call('EXISTS', KEYS[1])", [names.Probe(0)]), ended);
                return;
            }
            catch (SessionStoreException) when (redis.IsAway)
            {
                await Task.Delay(TryEvery, ended);
            }
            catch (SessionStoreException)
            {
                // Redis rejected it, which is already logged.
                return;
            }
        }
    }
}
