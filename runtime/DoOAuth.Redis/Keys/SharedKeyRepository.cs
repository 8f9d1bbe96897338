using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;

namespace DoOAuth;

/// <summary>The framework's keys in Redis; a Redis that is away is noted, so that it is told from a cookie that nobody can read.</summary>
internal sealed class SharedKeyRepository : IXmlRepository
{
    private readonly SharedRedis _redis;
    private readonly RedisXmlRepository _keys;

    public SharedKeyRepository(SharedRedis redis, RedisKeyNames names)
    {
        _redis = redis;

        // The framework reads keys on the caller's thread, when the app starts and once a day.
        _keys = new RedisXmlRepository(
            () => redis.DatabaseAsync(CancellationToken.None).GetAwaiter().GetResult(), names.DataProtectionKeys);
    }

    /// <exception cref="SessionStoreException">Redis is away.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return _keys.GetAllElements();
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception) && exception is not SessionStoreException)
        {
            throw _redis.Failed(exception);
        }
    }

    /// <exception cref="SessionStoreException">Redis is away.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        try
        {
            _keys.StoreElement(element, friendlyName);
        }
        catch (Exception exception) when (RedisOutage.IsOfRedis(exception) && exception is not SessionStoreException)
        {
            throw _redis.Failed(exception);
        }
    }
}
