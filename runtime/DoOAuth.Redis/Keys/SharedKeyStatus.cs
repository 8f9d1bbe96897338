namespace DoOAuth;

/// <summary>
/// Keys can be missing while Redis is unavailable, and for a moment after that: a key ring that could not be read stays the same until it is read again.
/// </summary>
internal sealed class SharedKeyStatus(SharedRedis redis) : IKeyStoreStatus
{
    public bool IsAway => redis.IsUnsettled;
}
