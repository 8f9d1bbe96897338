namespace DoOAuth;

/// <summary>The state of a session when its tokens are requested.</summary>
internal sealed record SessionOutcome
{
    private SessionOutcome()
    {
    }

    /// <summary>The tokens to continue with, and their session; null if the session has ended.</summary>
    public UserTokens? User { get; private init; }

    /// <summary>The tokens to continue with; null if the session has ended.</summary>
    public SessionTokens? Tokens => User?.Tokens;

    /// <summary>Whether this call refreshed the tokens, instead of finding those of another refresh.</summary>
    public bool IsFresh { get; private init; }

    /// <summary>The cookie for all responses that share this result; null if nothing else shares it.</summary>
    public RenewedCookie? Cookie { get; init; }

    /// <summary>The reason why an expired token cannot be refreshed at the moment, or null.</summary>
    public string? UnavailableBecause { get; private init; }

    /// <summary>The time until the next attempt, if the session is unavailable.</summary>
    public TimeSpan RetryAfter { get; private init; }

    /// <summary>The reason why the session has ended, if DigitalOcean gave one.</summary>
    public string? Reason { get; private init; }

    public static SessionOutcome Live(UserTokens user, bool isFresh = false) => new() { User = user, IsFresh = isFresh };

    public static SessionOutcome Unavailable(UserTokens user, string because, TimeSpan retryAfter) =>
        new() { User = user, UnavailableBecause = because, RetryAfter = retryAfter };

    public static SessionOutcome Ended(string? reason) => new() { Reason = reason };
}
