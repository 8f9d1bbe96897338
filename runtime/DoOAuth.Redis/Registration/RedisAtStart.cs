using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// Connects when the app starts, beside it, and writes a key and runs a script: a Redis that cannot be used is told of in the log then, and not at the first
/// sign-in. It neither delays the start nor fails it.
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

    // Also where the host is disposed without being stopped.
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
                // Refused, which is logged.
                return;
            }
        }
    }
}
