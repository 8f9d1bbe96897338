namespace DoOAuth;

/// <summary>Finds what is known of a session beyond what the caller knows: later tokens, its end, or the session that took its place.</summary>
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
            // Each session is younger than the one that it took the place of: this comes to an end.
            sessionId = next;
            remembered = await store.FindAsync(next, cancellationToken);
        }

        return remembered?.Tokens is { } tokens
            ? SessionOutcome.Live(new UserTokens(sessionId, tokens))
            : SessionOutcome.Ended(remembered?.EndedBecause);
    }

    /// <param name="Newer">Later tokens than the caller's, or the session's end; null where the caller's are the newest that are known.</param>
    /// <param name="IsKept">Whether work outside of requests relies on the session.</param>
    /// <param name="IsKnown">Whether anything is remembered of it.</param>
    internal readonly record struct Found(SessionOutcome? Newer, bool IsKept, bool IsKnown);
}
