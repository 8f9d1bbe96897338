namespace DoOAuth;

/// <summary>
/// Remembers refreshed tokens for requests that still carry the old cookie, and sessions that were ended so that an old cookie
/// cannot wake them. In memory on one machine; on several it has to be shared.
/// </summary>
internal interface ISessionTokenStore
{
    /// <summary>What is remembered of the session, or null.</summary>
    ValueTask<RememberedSession?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Remembers refreshed tokens, unless the session was ended meanwhile.</summary>
    ValueTask RememberAsync(string sessionId, SessionTokens tokens, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Ends the session for good.</summary>
    ValueTask EndAsync(string sessionId, TimeSpan keepFor, CancellationToken cancellationToken);
}

/// <param name="Tokens">The newest tokens; null for a session that was ended.</param>
internal sealed record RememberedSession(SessionTokens? Tokens)
{
    public bool IsEnded => Tokens is null;
}
