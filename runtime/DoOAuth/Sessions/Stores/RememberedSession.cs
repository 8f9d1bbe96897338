namespace DoOAuth;

/// <summary>What a store remembers of a session.</summary>
/// <param name="Tokens">The newest tokens; null for a session that was ended.</param>
/// <param name="IsKept">Work outside of requests relies on the session, so its tokens are not forgotten after a while.</param>
/// <param name="EndedBecause">One of <see cref="FailureReasons"/> for a session that did not end by a sign-out.</param>
internal sealed record RememberedSession(SessionTokens? Tokens, bool IsKept, string? EndedBecause)
{
    public bool IsEnded => Tokens is null;

    public static RememberedSession Of(SessionTokens tokens, bool isKept) => new(tokens, isKept, EndedBecause: null);

    public static RememberedSession Ended(string? reason) => new(Tokens: null, IsKept: false, reason);

    /// <summary>Whether this may take the place of what is there: an end is final, and later tokens stay.</summary>
    public bool MayReplace(RememberedSession? there) => there switch
    {
        null => true,
        { Tokens: null } => false,
        { Tokens.Generation: var generation } => Tokens is null || Tokens.Generation >= generation,
    };
}
