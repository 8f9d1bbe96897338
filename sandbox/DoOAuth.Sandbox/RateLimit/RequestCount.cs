namespace DoOAuth.Sandbox.RateLimit;

/// <summary>The state of a token's limit after a request.</summary>
/// <param name="Remaining">How many requests are left.</param>
/// <param name="Reset">When the oldest request expires, in ticks.</param>
/// <param name="Wait">How long to wait if the request was refused, or null.</param>
internal readonly record struct RequestCount(int Remaining, long Reset, TimeSpan? Wait);
