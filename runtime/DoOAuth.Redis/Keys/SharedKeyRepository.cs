using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;

namespace DoOAuth;

/// <summary>
/// Stores the framework's data protection keys in Redis. Records when Redis is unavailable, to distinguish that from a cookie that cannot be decrypted.
/// </summary>
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

    /// <exception cref="SessionStoreException">Redis is unavailable.</exception>
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

    /// <exception cref="SessionStoreException">Redis is unavailable.</exception>
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
