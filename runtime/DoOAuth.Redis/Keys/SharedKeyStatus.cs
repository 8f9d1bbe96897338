namespace DoOAuth;

/// <summary>
/// Keys may be missing while Redis is away, and for a moment after it: a key ring that was read in vain is the same whether Redis has come back since or not.
/// </summary>
internal sealed class SharedKeyStatus(SharedRedis redis) : IKeyStoreStatus
{
    public bool IsAway => redis.IsUnsettled;
}
