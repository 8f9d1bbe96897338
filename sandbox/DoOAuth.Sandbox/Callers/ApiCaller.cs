using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Callers;

/// <summary>The caller of the API, identified by a token.</summary>
/// <param name="User">The user who gave the token.</param>
/// <param name="ClientId">The app that has it.</param>
/// <param name="Scopes">Its scopes, as they were granted.</param>
/// <param name="Granted">What these cover.</param>
/// <param name="CreatedAt">When it was made, in seconds since 1970.</param>
/// <param name="ExpiresInSeconds">How long it still lives.</param>
internal sealed record ApiCaller(
    SandboxUser User,
    string ClientId,
    IReadOnlyList<string> Scopes,
    ScopeCoverage Granted,
    long CreatedAt,
    long ExpiresInSeconds);
