namespace DoOAuth;

/// <summary>
/// Remembers one thing for each session: its newest tokens, that it is over, or which session replaced it. Requests that bring an older cookie, open
/// connections and background work find it there. The default is in memory. An app that runs on several machines needs one that they share: see
/// <see cref="DigitalOceanOAuthBuilder.UseSessionTokenStore{TStore}"/>.
/// </summary>
public interface ISessionTokenStore
{
    /// <summary>Finds what is remembered of a session.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What was written last, or null if nothing was written or its time is over.</returns>
    /// <exception cref="SessionStoreException">The database cannot be reached, or what it holds cannot be read.</exception>
    ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers something of a session, in place of what is there, but only if <see cref="RememberedSession.MayReplace"/> permits it. The comparison and the
    /// write are one atomic step. If it is not permitted, what is there stays as it is, its time included, and nothing is thrown.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="session">What to remember.</param>
    /// <param name="keepFor">How long to remember it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SessionStoreException">The database cannot be reached, and the store does not write it later by itself either.</exception>
    ValueTask WriteAsync(string sessionId, RememberedSession session, TimeSpan keepFor, CancellationToken cancellationToken);
}
