namespace DoOAuth.Sandbox.Authorization;

/// <summary>What a token request gets, for the answer to tell.</summary>
/// <param name="User">Who has signed in.</param>
/// <param name="Scopes">What was granted.</param>
/// <param name="Lifetime">How long the access token lives.</param>
internal sealed record IssuedGrant(SandboxUser User, IReadOnlyList<string> Scopes, TimeSpan Lifetime);
