namespace DoOAuth;

/// <summary>How it stands with a session at the start of a request.</summary>
/// <param name="Tokens">The tokens to go on with; null where the session is over.</param>
/// <param name="IsUnavailable">The token has expired, and DigitalOcean cannot be reached for a new one.</param>
/// <param name="Reason">Why the session is over, where DigitalOcean said so.</param>
internal sealed record SessionOutcome(SessionTokens? Tokens, bool IsUnavailable, string? Reason)
{
    public static SessionOutcome Live(SessionTokens tokens) => new(tokens, IsUnavailable: false, Reason: null);

    public static SessionOutcome Unavailable(SessionTokens tokens) => new(tokens, IsUnavailable: true, Reason: null);

    public static SessionOutcome Ended(string? reason) => new(Tokens: null, IsUnavailable: false, reason);
}
