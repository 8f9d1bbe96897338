namespace DoOAuth.Tests.Stores;

public sealed class Lock_in_memory : SessionLockTests
{
    protected override Task<(ISessionLock One, ISessionLock Other)> OpenAsync()
    {
        var locks = new MemorySessionLock();
        return Task.FromResult<(ISessionLock, ISessionLock)>((locks, locks));
    }
}
