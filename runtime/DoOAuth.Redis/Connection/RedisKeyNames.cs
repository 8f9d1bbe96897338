using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>The names of keys in Redis. Each begins with the app's prefix, and those of sessions with the application's scheme after it.</summary>
internal sealed class RedisKeyNames(string prefix, string scheme)
{
    private readonly string _ofScheme = $"{prefix}{scheme}:";

    /// <summary>The data protection keys, which belong to the app and not to one application in it.</summary>
    public RedisKey DataProtectionKeys => prefix + "keys";

    public RedisKey Lock(string sessionId) => $"{_ofScheme}lock:{sessionId}";

    public RedisKey Tokens(string sessionId) => $"{_ofScheme}tokens:{sessionId}";

    public RedisKey Session(string sessionId) => $"{_ofScheme}session:{sessionId}";

    /// <summary>The ids of a user's sessions. Hashed, since what a provider sends is not for the names of keys.</summary>
    public RedisKey SessionsOf(string userUuid) => $"{_ofScheme}user:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(userUuid)))}";
}
