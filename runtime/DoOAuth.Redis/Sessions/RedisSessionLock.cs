using Medallion.Threading.Redis;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The lock for a session's refresh, in Redis. Its holder extends it while it is running. If a machine crashes, its lock remains for at most
/// <see cref="Expiry"/>.
/// </summary>
internal sealed class RedisSessionLock(SharedRedis redis, RedisKeyNames names, RedisSessionTokenStore tokens) : ISessionLock
{
    /// <summary>After this time at most, another machine can take over the lock of a machine that crashed.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for the lock: a little longer than the lock of a crashed machine remains.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRelease = TimeSpan.FromMilliseconds(500);

    public async ValueTask<IAsyncDisposable> AcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        await redis.SettleAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        do
        {
            if (await TryAcquireAsync(sessionId, cancellationToken) is { } handle)
            {
                return new Held(handle, tokens.WrittenAsync, sessionId);
            }

            // If Redis does not respond, it looks as if another machine holds the lock.
            await redis.RunAsync(static database => database.PingAsync(), cancellationToken);
        }
        while (TimeProvider.System.GetElapsedTime(began) < LongestWait);

        throw new SessionStoreException($"Another machine has held the session's lock for {LongestWait.TotalSeconds:0} seconds.");
    }

    private async Task<RedisDistributedLockHandle?> TryAcquireAsync(string sessionId, CancellationToken cancellationToken)
    {
        var database = await redis.DatabaseAsync(cancellationToken);
        var acquiring = new RedisDistributedLock(names.Lock(sessionId), database, Configure).TryAcquireAsync(OneTry, cancellationToken).AsTask();
        try
        {
            return await acquiring.WaitAsync(OneTry + RedisTimes.Answer, cancellationToken);
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            _ = LetGoAsync(acquiring);
            throw redis.Failed(exception);
        }
        catch (OperationCanceledException)
        {
            _ = LetGoAsync(acquiring);
            throw;
        }
    }

    // Acquired too late: nothing waits for it any longer.
    private static async Task LetGoAsync(Task<RedisDistributedLockHandle?> acquiring)
    {
        await ((Task)acquiring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (acquiring.IsCompletedSuccessfully && await acquiring is { } handle)
        {
            await ReleaseAsync(handle);
        }
    }

    private static async Task ReleaseAsync(RedisDistributedLockHandle handle)
    {
        try
        {
            await handle.DisposeAsync();
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception))
        {
            // It expires by itself.
        }
    }

    private static void Configure(RedisDistributedSynchronizationOptionsBuilder options) => options
        .Expiry(Expiry)
        .BusyWaitSleepTime(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(200));

    private sealed class Held(RedisDistributedLockHandle handle, Func<string, Task?> written, string sessionId) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (written(sessionId) is { } pending)
            {
                // Until the new tokens are written, no other machine may use the previous refresh token again.
                _ = ReleaseAfterAsync(pending);
                return;
            }

            await ReleaseAsync(handle).WaitAsync(LongestRelease).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task ReleaseAfterAsync(Task pending)
        {
            await pending;
            await ReleaseAsync(handle);
        }
    }
}
