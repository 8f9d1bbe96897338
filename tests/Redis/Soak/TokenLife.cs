namespace DoOAuth.Redis.Tests.Soak;

/// <summary>Tokens as the provider gave them.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="AskedFor">When they were asked for, before which they cannot have been issued.</param>
/// <param name="Lifetime">How long the access token was said to live.</param>
internal sealed record TokenLife(string AccessToken, DateTime AskedFor, TimeSpan Lifetime);
