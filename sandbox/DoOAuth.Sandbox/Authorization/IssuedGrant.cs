namespace DoOAuth.Sandbox.Authorization;

/// <summary>What a token request was granted. <see cref="TokenAnswer"/> writes it to the response.</summary>
/// <param name="User">The user who signed in.</param>
/// <param name="Scopes">The granted scopes.</param>
/// <param name="Lifetime">The lifetime of the access token.</param>
internal sealed record IssuedGrant(SandboxUser User, IReadOnlyList<string> Scopes, TimeSpan Lifetime);
