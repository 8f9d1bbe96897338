namespace DoOAuth;

/// <summary>How it stands with a session when somebody asks for its tokens.</summary>
internal sealed record SessionOutcome
{
    private SessionOutcome()
    {
    }

    /// <summary>The tokens to go on with, and the session that they belong to; null where the session is over.</summary>
    public UserTokens? User { get; private init; }

    /// <summary>The tokens to go on with; null where the session is over.</summary>
    public SessionTokens? Tokens => User?.Tokens;

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

    public static SessionOutcome Live(UserTokens user, bool isFresh = false) => new() { User = user, IsFresh = isFresh };

    public static SessionOutcome Unavailable(UserTokens user, string because, TimeSpan retryAfter) =>
        new() { User = user, UnavailableBecause = because, RetryAfter = retryAfter };

    public static SessionOutcome Ended(string? reason) => new() { Reason = reason };
}
