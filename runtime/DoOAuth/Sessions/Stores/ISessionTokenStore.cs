namespace DoOAuth;

/// <summary>
/// Remembers refreshed tokens for requests that still carry the old cookie and for work outside of requests, and sessions that were
/// ended so that an old cookie cannot wake them. In memory on one machine; on several it has to be shared.
/// </summary>
internal interface ISessionTokenStore
{
    /// <summary>What is remembered of the session, or null.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>
    /// Remembers tokens. Writes nothing where the session was ended or tokens of a later generation are there. Called under the session's lock.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="tokens">Its newest tokens.</param>
    /// <param name="isKept">Whether work outside of requests relies on the session.</param>
    /// <param name="keepFor">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached, and does not take care of it later by itself either.</exception>
    ValueTask RememberAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Ends the session for good. An end that is there already stays, with its reason.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="reason">One of <see cref="FailureReasons"/>, or null for a sign-out.</param>
    /// <param name="keepFor">For how long old cookies can come back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken);
}
