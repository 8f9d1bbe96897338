namespace DoOAuth;

/// <summary>
/// The state of a session that a store remembers: its newest tokens, its end (for all generations of its tokens, or up to one of them), or the session
/// that replaced it. <see cref="RememberedSessionFormat"/> converts it to encrypted bytes and back.
/// </summary>
public sealed record RememberedSession
{
    // These numbers are stored, so they must not change. The rank of a session without a generation is above all ranks with one.
    private const long ReplacedRank = 1L << 40;
    private const long EndedRank = ReplacedRank + 1;

    private static readonly RememberedSession SignedOut = new() { EndedUpTo = int.MaxValue };

    private RememberedSession()
    {
    }

    /// <summary>Whether it contains tokens. If they are lost, the user must sign in again, because the previous tokens are no longer valid.</summary>
    public bool HoldsTokens => Tokens is not null;

    /// <summary>A number to store with it. It can be replaced by any state whose <see cref="ReplacesUpTo"/> is at least as large.</summary>
    public long Rank => this switch
    {
        { IsEnded: true } => EndedRank,
        { ReplacedBy: not null } => ReplacedRank,
        { EndedUpTo: { } generation } => (2L * generation) + 1,
        _ => 2L * Tokens!.Generation,
    };

    /// <summary>The largest <see cref="Rank"/> that it can replace.</summary>
    public long ReplacesUpTo => Rank - (Rank % 2);

    /// <summary>The newest tokens; null if the session has ended or was replaced.</summary>
    internal SessionTokens? Tokens { get; private init; }

    /// <summary>Whether work outside of requests relies on the session.</summary>
    internal bool IsKept { get; private init; }

    /// <summary>The last generation of tokens that has ended; <see cref="int.MaxValue"/> for all of them, null for an active session.</summary>
    internal int? EndedUpTo { get; private init; }

    /// <summary>One of <see cref="FailureReasons"/>, if the session was not ended by a sign-out.</summary>
    internal string? EndedBecause { get; private init; }

    /// <summary>The ID of the session that replaced it when the same user signed in again.</summary>
    internal string? ReplacedBy { get; private init; }

    /// <summary>Whether all generations have ended.</summary>
    internal bool IsEnded => EndedUpTo == int.MaxValue;

    /// <summary>Creates the state of an active session. Use it to test a store. Apps do not need it.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="refreshToken">The refresh token, or null.</param>
    /// <param name="expiresAt">The time when the access token expires.</param>
    /// <param name="lifetime">The access token's whole lifetime.</param>
    /// <param name="generation">How often the session was refreshed.</param>
    /// <param name="isKept">Whether work outside of requests relies on the session.</param>
    /// <returns>The state to write.</returns>
    public static RememberedSession Live(
        string accessToken, string? refreshToken, DateTimeOffset expiresAt, TimeSpan lifetime, int generation, bool isKept = false)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return Of(new SessionTokens(accessToken, refreshToken, expiresAt, lifetime, generation), isKept);
    }

    /// <summary>Creates the state of a session that has ended.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>, or null for a sign-out.</param>
    /// <returns>The state to write.</returns>
    public static RememberedSession Ended(string? reason = null) =>
        reason is null ? SignedOut : new RememberedSession { EndedUpTo = int.MaxValue, EndedBecause = reason };

    /// <summary>Creates the state of a session whose tokens DigitalOcean rejected up to a generation. Later tokens may be valid.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>.</param>
    /// <param name="generation">The last rejected generation.</param>
    /// <returns>The state to write.</returns>
    public static RememberedSession Refused(string reason, int generation)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return new() { EndedUpTo = generation, EndedBecause = reason };
    }

    /// <summary>Creates the state of a session that was replaced when the same user signed in again. If the new session ends, this one ends too.</summary>
    /// <param name="bySessionId">The ID of the new session.</param>
    /// <returns>The state to write.</returns>
    public static RememberedSession Replaced(string bySessionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(bySessionId);
        return new() { ReplacedBy = bySessionId };
    }

    /// <summary>
    /// Whether this state can replace the stored one. An end is final, a replaced session cannot be restored, newer tokens are never overwritten, and the end
    /// of one generation of tokens does not affect later ones. A database compares <see cref="ReplacesUpTo"/> with the stored <see cref="Rank"/>.
    /// </summary>
    /// <param name="there">The stored state, or null.</param>
    /// <returns>Whether this state can replace it.</returns>
    public bool MayReplace(RememberedSession? there) => there is null || there.Rank <= ReplacesUpTo;

    /// <summary>Returns a description without the tokens.</summary>
    /// <returns>Text for a debugger.</returns>
    public override string ToString() => $"{nameof(RememberedSession)} {{ {nameof(Rank)} = {Rank} }}";

    internal static RememberedSession Of(SessionTokens tokens, bool isKept) => new() { Tokens = tokens, IsKept = isKept };
}
