namespace DoOAuth;

/// <summary>
/// Stores whole sessions on the server, for an app whose cookie contains only a reference, and which sessions each user has. The default store is in
/// memory. To use another one, see <see cref="DigitalOceanOAuthBuilder.StoreSessionsOnServer{TSessions}"/>.
/// </summary>
public interface IStoredSessions
{
    /// <summary>Stores a session. A session with the same ID is replaced.</summary>
    /// <param name="sessionId">The session's ID, with at most 64 ASCII characters.</param>
    /// <param name="session">The session.</param>
    /// <param name="keepFor">How long to store it. Nothing is stored if it is zero or less.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a session, but only if it is still stored, because a request in progress must not restore a session that was removed. The check and the write
    /// must be one atomic step.
    /// </summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="session">The session.</param>
    /// <param name="keepFor">How long to store it.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>Whether it was stored.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached, and the store does not write the session later by itself.</exception>
    ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Finds a session.</summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>The session, or null if it is not stored or has expired.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Removes a session, if it is stored.</summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Finds the IDs of all sessions of a user that have not expired.</summary>
    /// <param name="userUuid">The user, as in <see cref="StoredSession.UserUuid"/>.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>The IDs, in any order.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken);
}
