namespace DoOAuth.Tests.Stores;

/// <summary>What every <see cref="ISessionLock"/> must do. It uses only what is public: copy it, derive a class from it, and open your lock in it.</summary>
public abstract class SessionLockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(300);

    /// <summary>Opens the lock twice, as two machines do that share a database. Only where there is nothing to share are the two the same.</summary>
    protected abstract Task<(ISessionLock One, ISessionLock Other)> OpenAsync();

    [Fact]
    public async Task One_at_a_time_holds_it()
    {
        var (one, other) = await OpenAsync();
        var id = NewId();
        var (holders, most, turns) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(async () =>
        {
            await using var held = await (number % 2 == 0 ? one : other).AcquireAsync(id, default);
            most = Math.Max(most, Interlocked.Increment(ref holders));
            turns++;
            await Task.Delay(5);
            Interlocked.Decrement(ref holders);
        }))).WaitAsync(Patience);

        Assert.Equal((1, 20), (most, turns));
    }

    [Fact]
    public async Task Whoever_waits_gets_it_when_it_is_released()
    {
        var (one, other) = await OpenAsync();
        var id = NewId();
        var held = await one.AcquireAsync(id, default);
        var waiting = other.AcquireAsync(id, default).AsTask();
        await Task.Delay(AWhile);
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        await (await waiting.WaitAsync(Patience)).DisposeAsync();
    }

    [Fact]
    public async Task Sessions_do_not_wait_for_each_other()
    {
        var (one, other) = await OpenAsync();
        await using var held = await one.AcquireAsync(NewId(), default);
        await using var another = await one.AcquireAsync(NewId(), default).AsTask().WaitAsync(Patience);
        await using var third = await other.AcquireAsync(NewId(), default).AsTask().WaitAsync(Patience);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_does_not_get_it()
    {
        var (one, other) = await OpenAsync();
        var id = NewId();
        var held = await one.AcquireAsync(id, default);
        using (var impatient = new CancellationTokenSource(AWhile))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.AcquireAsync(id, impatient.Token).AsTask().WaitAsync(Patience));
        }

        await held.DisposeAsync();
        await (await one.AcquireAsync(id, default).AsTask().WaitAsync(Patience)).DisposeAsync();
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
