namespace DoOAuth.Sandbox;

/// <summary>How many requests to the API a token can make.</summary>
/// <param name="PerHour">The number of requests in an hour. Each request counts for one hour after it was made.</param>
/// <param name="PerMinute">The number of requests in a minute, the burst limit.</param>
public sealed record SandboxRateLimit(int PerHour, int PerMinute)
{
    /// <summary>DigitalOcean's limit: 5,000 requests an hour, and 250 of them, 5 per cent, a minute.</summary>
    public static SandboxRateLimit AtDigitalOcean { get; } = new(5000, 250);
}
