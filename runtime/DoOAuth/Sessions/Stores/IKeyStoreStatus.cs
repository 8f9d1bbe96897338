namespace DoOAuth;

/// <summary>
/// Optional: says whether the app's data protection keys can be read just now. A cookie that cannot be decrypted is normally nobody's. While the keys cannot
/// be read, its request is answered 503 <c>store_unreachable</c> instead, and the cookie stays. Register it as a keyed service, with the application's
/// scheme as the key.
/// </summary>
public interface IKeyStoreStatus
{
    /// <summary>Whether keys may be missing because the place where they are stored cannot be reached, or could not be reached a moment ago.</summary>
    bool IsAway { get; }
}
