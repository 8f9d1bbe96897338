namespace DoOAuth.Redis.Tests.Soak;

/// <summary>When tokens were asked for, before which they cannot have been issued, and how long the access token was said to live.</summary>
internal sealed record TokenLife(DateTime AskedFor, TimeSpan Lifetime);
