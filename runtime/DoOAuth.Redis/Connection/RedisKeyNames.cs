using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace DoOAuth;

/// <summary>
/// The names of keys in Redis. Each starts with the app's prefix. In names of sessions, the application's scheme and client ID follow, so that two
/// applications that share the prefix and the scheme do not affect each other.
/// </summary>
/// <param name="prefix">The prefix of all names.</param>
/// <param name="scheme">The application's scheme.</param>
/// <param name="clientId">Gets the application's client ID when it is first needed. It is hashed, so that it is short and has no special characters.</param>
internal sealed class RedisKeyNames(string prefix, string scheme, Func<string> clientId)
{
    private const int HashLength = 8;

    private readonly Lazy<string> _ofApplication = new(
        () => $"{prefix}{scheme}:{Hash(clientId())[..HashLength]}:", LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The data protection keys, which belong to the app and not to one of its applications.</summary>
    public RedisKey DataProtectionKeys => prefix + "keys";

    public RedisKey Lock(string sessionId) => $"{_ofApplication.Value}lock:{sessionId}";

    public RedisKey Tokens(string sessionId) => $"{_ofApplication.Value}tokens:{sessionId}";

    public RedisKey Session(string sessionId) => $"{_ofApplication.Value}session:{sessionId}";

    /// <summary>The IDs of a user's sessions. The user is hashed, because text that a provider sent must not become part of a key's name.</summary>
    public RedisKey SessionsOf(string userUuid) => $"{_ofApplication.Value}user:{Hash(userUuid)}";

    /// <summary>A key to write to find out whether Redis accepts writes. There are several, because in a cluster they are on different servers.</summary>
    public RedisKey Probe(int number) => $"{prefix}probe:{number}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
