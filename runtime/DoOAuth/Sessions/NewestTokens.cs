namespace DoOAuth;

/// <summary>Finds newer information about a session than the caller has: newer tokens, its end, or the session that replaced it.</summary>
internal sealed class NewestTokens(ISessionTokenStore store)
{
    /// <exception cref="SessionStoreException">The store cannot be reached.</exception>
    public async ValueTask<Found> FindAsync(UserTokens known, SessionUse use, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(known.SessionId, cancellationToken) is not { } remembered)
        {
            return default;
        }

        if (remembered.ReplacedBy is not null)
        {
            return new(
                use == SessionUse.Cookie ? SessionOutcome.Ended(reason: null) : await FollowAsync(remembered, cancellationToken), IsKept: false, IsKnown: true);
        }

        return remembered switch
        {
            { EndedUpTo: { } last } when known.Tokens.Generation <= last => new(SessionOutcome.Ended(remembered.EndedBecause), IsKept: false, IsKnown: true),
            { Tokens: { } newest } when newest.Generation > known.Tokens.Generation => new(
                SessionOutcome.Live(known with { Tokens = newest }), remembered.IsKept, IsKnown: true),
            _ => new(Newer: null, remembered.IsKept, IsKnown: true),
        };
    }

    private async Task<SessionOutcome> FollowAsync(RememberedSession replaced, CancellationToken cancellationToken)
    {
        var (remembered, sessionId) = (replaced, "");
        while (remembered?.ReplacedBy is { } next)
        {
            // Each session is newer than the one that it replaced, so this loop ends.
            sessionId = next;
            remembered = await store.FindAsync(next, cancellationToken);
        }

        return remembered?.Tokens is { } tokens
            ? SessionOutcome.Live(new UserTokens(sessionId, tokens))
            : SessionOutcome.Ended(remembered?.EndedBecause);
    }

    /// <param name="Newer">Newer tokens than the caller's, or the end of the session; null if the caller's are the newest known tokens.</param>
    /// <param name="IsKept">Whether work outside of requests uses the session.</param>
    /// <param name="IsKnown">Whether the session is remembered at all.</param>
    internal readonly record struct Found(SessionOutcome? Newer, bool IsKept, bool IsKnown);
}
