namespace DoOAuth;

/// <summary>
/// Keeps whole sessions on the server, for an app whose cookie holds only a reference. In memory on one machine; on several it has to be
/// shared. Knows of each session whose it is, so that all of a user's can be ended.
/// </summary>
internal interface IStoredSessions
{
    /// <summary>Stores a new session.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask AddAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Replaces a session, only where it is still there: a request that was under way must not bring back what was removed meanwhile.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="SessionStoreException">The store cannot be reached, and does not take care of it later by itself either.</exception>
    ValueTask<bool> ReplaceAsync(string sessionId, StoredSession session, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>The session, or null where there is none.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask<StoredSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Removes the session, if it is there.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask RemoveAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The ids of the user's sessions.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask<IReadOnlyList<string>> FindAllOfAsync(string userUuid, CancellationToken cancellationToken);
}
