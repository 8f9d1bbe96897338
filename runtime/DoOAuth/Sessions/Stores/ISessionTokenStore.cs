namespace DoOAuth;

/// <summary>
/// Remembers one thing for each session: its newest tokens, that it has ended, or which session replaced it. Requests with an older cookie, open
/// connections and background work read it. The default store is in memory. An app that runs on several machines needs a shared store: see
/// <see cref="DigitalOceanOAuthBuilder.UseSessionTokenStore{TStore}"/>.
/// </summary>
public interface ISessionTokenStore
{
    /// <summary>Finds the remembered state of a session.</summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <returns>The state that was written last, or null if none was written or it has expired.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached, or its data cannot be read.</exception>
    ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the remembered state of a session, but only if <see cref="RememberedSession.MayReplace"/> permits it. The comparison and the write must be one
    /// atomic step. If it is not permitted, the stored state and its expiration do not change, and no exception is thrown.
    /// </summary>
    /// <param name="sessionId">The session's ID.</param>
    /// <param name="session">The state to remember.</param>
    /// <param name="keepFor">How long to remember it.</param>
    /// <param name="cancellationToken">A token to stop waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached, and the store does not write the state later by itself.</exception>
    ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken);
}
