namespace DoOAuth;

/// <summary>
/// Stores whole sessions on the server, for an app whose cookie holds only a reference, and knows which sessions each user has. The default is in memory.
/// For another place, see <see cref="DigitalOceanOAuthBuilder.StoreSessionsOnServer{TSessions}"/>.
/// </summary>
public interface IStoredSessions
{
    /// <summary>Stores a session, in place of one that has the same id.</summary>
    /// <param name="sessionId">The session's id: at most 64 ASCII characters.</param>
    /// <param name="session">The session.</param>
    /// <param name="keepFor">How long to store it. Nothing is stored if it is zero or less.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a session, but only if it is still stored: a request that is under way must not bring back a session that was removed. The check and the
    /// write are one atomic step.
    /// </summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="session">The session.</param>
    /// <param name="keepFor">How long to store it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether it was stored.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached, and the implementation does not write it later by itself either.</exception>
    ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Finds a session.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The session, or null if it is not stored or its time is over.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Removes a session, if it is stored.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Finds the ids of all sessions of a user whose time is not over.</summary>
    /// <param name="userUuid">The user, as in <see cref="StoredSession.UserUuid"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The ids, in any order.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached.</exception>
    ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken);
}
