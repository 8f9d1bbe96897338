namespace DoOAuth;

/// <summary>How it stands with a session at the start of a request.</summary>
internal sealed record SessionOutcome
{
    private SessionOutcome()
    {
    }

    /// <summary>The tokens to go on with; null where the session is over.</summary>
    public SessionTokens? Tokens { get; private init; }

    /// <summary>They have just been refreshed, and are not what somebody else's refresh left behind.</summary>
    public bool IsFresh { get; private init; }

    /// <summary>The cookie that those who share this outcome answer with; null where nobody else has it.</summary>
    public RenewedCookie? Cookie { get; init; }

    /// <summary>Why an expired token cannot be refreshed for now, or null.</summary>
    public string? UnavailableBecause { get; private init; }

    /// <summary>When to try again, where it is unavailable.</summary>
    public TimeSpan RetryAfter { get; private init; }

    /// <summary>Why the session is over, where DigitalOcean said so.</summary>
    public string? Reason { get; private init; }

    public static SessionOutcome Live(SessionTokens tokens, bool isFresh = false) => new() { Tokens = tokens, IsFresh = isFresh };

    public static SessionOutcome Unavailable(SessionTokens tokens, string because, TimeSpan retryAfter) =>
        new() { Tokens = tokens, UnavailableBecause = because, RetryAfter = retryAfter };

    public static SessionOutcome Ended(string? reason) => new() { Reason = reason };
}
