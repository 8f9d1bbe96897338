namespace DoOAuth.Sandbox.Traffic;

/// <summary>What a client does with its scopes: the part of least privilege that shows only while the app runs.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Granted">The scopes that were granted to it.</param>
/// <param name="NeverUsed">The granted scopes that no request has needed. The app can do without them if it has been used completely.</param>
/// <param name="Refused">The scopes that requests needed and their tokens did not have.</param>
public sealed record SandboxScopeUse(string ClientId, IReadOnlyList<string> Granted, IReadOnlyList<string> NeverUsed, IReadOnlyList<string> Refused);
