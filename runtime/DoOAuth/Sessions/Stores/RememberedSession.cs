namespace DoOAuth;

/// <summary>
/// What a store remembers of a session: its newest tokens; or that it is over, for all its generations of tokens or up to one of them; or the session
/// that took its place.
/// </summary>
internal sealed record RememberedSession
{
    private static readonly RememberedSession SignedOut = new() { EndedUpTo = int.MaxValue };

    private RememberedSession()
    {
    }

    /// <summary>The newest tokens; null where the session is over or was replaced.</summary>
    public SessionTokens? Tokens { get; private init; }

    /// <summary>Work outside of requests relies on the session.</summary>
    public bool IsKept { get; private init; }

    /// <summary>The last generation of tokens that is over; <see cref="int.MaxValue"/> for all of them, null for a session that lives.</summary>
    public int? EndedUpTo { get; private init; }

    /// <summary>One of <see cref="FailureReasons"/> for a session that did not end by a sign-out.</summary>
    public string? EndedBecause { get; private init; }

    /// <summary>The id of the session that a sign-in of the same user put in its place.</summary>
    public string? ReplacedBy { get; private init; }

    /// <summary>Whether it is over for all generations.</summary>
    public bool IsEnded => EndedUpTo == int.MaxValue;

    public static RememberedSession Of(SessionTokens tokens, bool isKept) => new() { Tokens = tokens, IsKept = isKept };

    /// <summary>The session is over for good.</summary>
    public static RememberedSession Ended(string? reason) =>
        reason is null ? SignedOut : new RememberedSession { EndedUpTo = int.MaxValue, EndedBecause = reason };

    /// <summary>DigitalOcean refused the tokens up to this generation. A later one, of which nothing is known here, may live.</summary>
    public static RememberedSession Refused(string reason, int generation) => new() { EndedUpTo = generation, EndedBecause = reason };

    public static RememberedSession Replaced(string bySessionId) => new() { ReplacedBy = bySessionId };

    /// <summary>
    /// Whether this may take the place of what is there: an end is final, later tokens stay, and what is said of a generation touches no later one.
    /// </summary>
    public bool MayReplace(RememberedSession? there)
    {
        if (there is null)
        {
            return true;
        }

        if (there.IsEnded)
        {
            return false;
        }

        if (IsEnded)
        {
            return true;
        }

        if (there.ReplacedBy is not null)
        {
            // By a later one, to which the way is shorter.
            return ReplacedBy is not null;
        }

        return ReplacedBy is not null || (this, there) switch
        {
            ({ Tokens.Generation: var own }, { Tokens.Generation: var other }) => own >= other,
            ({ Tokens.Generation: var own }, { EndedUpTo: { } other }) => own > other,
            ({ EndedUpTo: { } own }, { Tokens.Generation: var other }) => own >= other,
            ({ EndedUpTo: { } own }, { EndedUpTo: { } other }) => own > other,
            _ => false,
        };
    }
}
