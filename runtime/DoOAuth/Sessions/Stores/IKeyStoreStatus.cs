namespace DoOAuth;

/// <summary>
/// Optional. Specifies whether the app's data protection keys can be read at the moment. A request with a cookie that cannot be decrypted is usually
/// treated as not signed in. While the keys cannot be read, it gets 503 <c>store_unreachable</c> instead, and the cookie remains. Register it as a keyed
/// service, with the application's scheme as the key.
/// </summary>
public interface IKeyStoreStatus
{
    /// <summary>Whether keys may be missing because their store cannot be reached, or could not be reached a moment ago.</summary>
    bool IsAway { get; }
}
