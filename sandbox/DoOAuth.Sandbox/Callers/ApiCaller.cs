using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Callers;

/// <summary>The caller of the API, identified by a token.</summary>
/// <param name="User">The user who granted the token.</param>
/// <param name="ClientId">The app that the token was issued to.</param>
/// <param name="TokenId">The ID of the token, which is not the token.</param>
/// <param name="Scopes">The granted scopes.</param>
/// <param name="Granted">What the scopes cover.</param>
/// <param name="CreatedAt">When the token was created, in seconds since 1970.</param>
/// <param name="ExpiresInSeconds">The remaining lifetime of the token.</param>
internal sealed record ApiCaller(
    SandboxUser User,
    string ClientId,
    string TokenId,
    IReadOnlyList<string> Scopes,
    ScopeCoverage Granted,
    long CreatedAt,
    long ExpiresInSeconds);
