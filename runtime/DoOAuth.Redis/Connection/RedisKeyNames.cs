using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The names of keys in Redis. Each begins with the app's prefix, and those of sessions with the application's scheme and client id after
/// it: two applications that share the prefix and the scheme do not affect each other.
/// </summary>
/// <param name="prefix">What each begins with.</param>
/// <param name="scheme">The application's.</param>
/// <param name="clientId">The application's, asked for when it is first needed. Hashed, to be short and of harmless characters.</param>
internal sealed class RedisKeyNames(string prefix, string scheme, Func<string> clientId)
{
    private const int HashLength = 8;

    private readonly Lazy<string> _ofApplication = new(
        () => $"{prefix}{scheme}:{Hash(clientId())[..HashLength]}:", LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The data protection keys, which belong to the app and not to one application in it.</summary>
    public RedisKey DataProtectionKeys => prefix + "keys";

    public RedisKey Lock(string sessionId) => $"{_ofApplication.Value}lock:{sessionId}";

    public RedisKey Tokens(string sessionId) => $"{_ofApplication.Value}tokens:{sessionId}";

    public RedisKey Session(string sessionId) => $"{_ofApplication.Value}session:{sessionId}";

    /// <summary>The ids of a user's sessions. Hashed, since what a provider sends is not for the names of keys.</summary>
    public RedisKey SessionsOf(string userUuid) => $"{_ofApplication.Value}user:{Hash(userUuid)}";

    /// <summary>What is written to see whether writes are accepted. Several, since on a cluster each is with another server.</summary>
    public RedisKey Probe(int number) => $"{prefix}probe:{number}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
