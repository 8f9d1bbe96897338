namespace DoOAuth.Sandbox.Data;

/// <summary>What a token's scopes cover. Coverage goes by name.</summary>
internal sealed class GrantedScopes(IReadOnlyCollection<string> scopes)
{
    private readonly HashSet<string> _scopes = new(scopes, StringComparer.Ordinal);
    private readonly bool _everything = scopes.Contains("write") || scopes.Contains("api:write");
    private readonly bool _reading = scopes.Contains("read") || scopes.Contains("api:read");

    /// <summary>Whether a scope is among them, or a broader one that covers it.</summary>
    public bool Cover(string scope) => _everything || _scopes.Contains(scope) || (_reading && IsReading(scope));

    private static bool IsReading(string scope) =>
        scope.AsSpan(scope.IndexOf(':', StringComparison.Ordinal) + 1).StartsWith("read", StringComparison.Ordinal);
}
