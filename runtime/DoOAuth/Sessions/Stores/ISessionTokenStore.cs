namespace DoOAuth;

/// <summary>
/// Remembers each session's newest tokens, for requests that carry an older cookie, for connections that began with older tokens and for work outside
/// of requests; and sessions that are over, so that an old cookie cannot wake them. In memory on one machine; on several it has to be shared.
/// Each write happens only where <see cref="RememberedSession.MayReplace"/> permits it.
/// </summary>
internal interface ISessionTokenStore
{
    /// <summary>What is remembered of the session, or null.</summary>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Remembers tokens. Called under the session's lock.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="tokens">Its newest tokens.</param>
    /// <param name="isKept">Whether work outside of requests relies on the session.</param>
    /// <param name="keepFor">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached, and does not take care of it later by itself either.</exception>
    ValueTask RememberAsync(string sessionId, SessionTokens tokens, bool isKept, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Ends the session up to a generation of its tokens, which DigitalOcean refused.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="reason">One of <see cref="FailureReasons"/>.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="keepFor">For how long cookies with it can come back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask RefuseAsync(string sessionId, string reason, int generation, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Ends the session for good. An end that is there already stays, with its reason.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="reason">One of <see cref="FailureReasons"/>, or null for a sign-out.</param>
    /// <param name="keepFor">For how long old cookies can come back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask EndAsync(string sessionId, string? reason, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Notes that a sign-in of the same user put another session in this one's place: whatever ends that one ends this one too.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="bySessionId">The session that took its place.</param>
    /// <param name="keepFor">For how long connections and kept access of the old one can come back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    ValueTask ReplaceAsync(string sessionId, string bySessionId, TimeSpan keepFor, CancellationToken cancellationToken);
}
