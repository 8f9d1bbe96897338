namespace DoOAuth;

/// <summary>
/// What a store remembers of a session: its newest tokens; or that it is over, for all its generations of tokens or up to one of them; or the session
/// that replaced it. <see cref="RememberedSessionFormat"/> turns it into encrypted bytes and back.
/// </summary>
public sealed record RememberedSession
{
    // Stored: no number may change. The rank of a session that has no generation is above all those that have one.
    private const long ReplacedRank = 1L << 40;
    private const long EndedRank = ReplacedRank + 1;

    private static readonly RememberedSession SignedOut = new() { EndedUpTo = int.MaxValue };

    private RememberedSession()
    {
    }

    /// <summary>Whether it holds tokens. If these are lost, the user has to sign in again: the tokens before them cannot be used any more.</summary>
    public bool HoldsTokens => Tokens is not null;

    /// <summary>A number to store beside it: it may be replaced by everything whose <see cref="ReplacesUpTo"/> is at least as large.</summary>
    public long Rank => this switch
    {
        { IsEnded: true } => EndedRank,
        { ReplacedBy: not null } => ReplacedRank,
        { EndedUpTo: { } generation } => (2L * generation) + 1,
        _ => 2L * Tokens!.Generation,
    };

    /// <summary>The largest <see cref="Rank"/> of what it may replace.</summary>
    public long ReplacesUpTo => Rank - (Rank % 2);

    /// <summary>The newest tokens; null if the session is over or was replaced.</summary>
    internal SessionTokens? Tokens { get; private init; }

    /// <summary>Work outside of requests relies on the session.</summary>
    internal bool IsKept { get; private init; }

    /// <summary>The last generation of tokens that is over; <see cref="int.MaxValue"/> for all of them, null for a session that lives.</summary>
    internal int? EndedUpTo { get; private init; }

    /// <summary>One of <see cref="FailureReasons"/> for a session that did not end by a sign-out.</summary>
    internal string? EndedBecause { get; private init; }

    /// <summary>The id of the session that a sign-in of the same user put in its place.</summary>
    internal string? ReplacedBy { get; private init; }

    /// <summary>Whether it is over for all generations.</summary>
    internal bool IsEnded => EndedUpTo == int.MaxValue;

    /// <summary>A session that lives. Apps do not need this; the test of a store does.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="refreshToken">The refresh token, if there is one.</param>
    /// <param name="expiresAt">When the access token expires.</param>
    /// <param name="lifetime">How long it lives in all.</param>
    /// <param name="generation">How often the session was refreshed.</param>
    /// <param name="isKept">Whether work outside of requests relies on the session.</param>
    /// <returns>What to write.</returns>
    public static RememberedSession Live(
        string accessToken, string? refreshToken, DateTimeOffset expiresAt, TimeSpan lifetime, int generation, bool isKept = false)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return Of(new SessionTokens(accessToken, refreshToken, expiresAt, lifetime, generation), isKept);
    }

    /// <summary>A session that is over for good.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>, or null for a sign-out.</param>
    /// <returns>What to write.</returns>
    public static RememberedSession Ended(string? reason = null) =>
        reason is null ? SignedOut : new RememberedSession { EndedUpTo = int.MaxValue, EndedBecause = reason };

    /// <summary>DigitalOcean refused the tokens up to a generation. A later one, of which nothing is known here, may live.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>.</param>
    /// <param name="generation">The generation.</param>
    /// <returns>What to write.</returns>
    public static RememberedSession Refused(string reason, int generation)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return new() { EndedUpTo = generation, EndedBecause = reason };
    }

    /// <summary>A sign-in of the same user replaced the session by another. Whatever ends that one ends this one too.</summary>
    /// <param name="bySessionId">The id of the other session.</param>
    /// <returns>What to write.</returns>
    public static RememberedSession Replaced(string bySessionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(bySessionId);
        return new() { ReplacedBy = bySessionId };
    }

    /// <summary>
    /// Whether this may replace what is there: an end is final, a session that was replaced does not come back, later tokens stay, and what is said of one
    /// generation of tokens does not touch a later one. A database compares <see cref="ReplacesUpTo"/> with the <see cref="Rank"/> that it stored.
    /// </summary>
    /// <param name="there">What is there, or null.</param>
    /// <returns>Whether it may.</returns>
    public bool MayReplace(RememberedSession? there) => there is null || there.Rank <= ReplacesUpTo;

    /// <summary>Says nothing of the tokens.</summary>
    /// <returns>A text for a debugger.</returns>
    public override string ToString() => $"{nameof(RememberedSession)} {{ {nameof(Rank)} = {Rank} }}";

    internal static RememberedSession Of(SessionTokens tokens, bool isKept) => new() { Tokens = tokens, IsKept = isKept };
}
