using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;

namespace DoOAuth;

/// <summary>
/// The scopes that a user granted, prepared for coverage checks. Coverage is determined by name: <c>read</c> and <c>api:read</c> cover every scope
/// whose part after the colon starts with <c>read</c>. <c>write</c> and <c>api:write</c> cover every scope.
/// </summary>
internal sealed class GrantedScopes
{
    // The users of an app have few different sets. Beyond this limit, sets are built each time and not cached.
    private const int MostKept = 1024;
    private static readonly ConcurrentDictionary<string, GrantedScopes> Kept = new(StringComparer.Ordinal);

    private readonly FrozenSet<string> _scopes;
    private readonly bool _coversEverything;
    private readonly bool _coversReads;
    private Claim[]? _claims;

    private GrantedScopes(string compact, IEnumerable<string> scopes)
    {
        Compact = compact;
        List = [.. scopes.Order(StringComparer.Ordinal)];
        _scopes = List.ToFrozenSet(StringComparer.Ordinal);
        _coversEverything = _scopes.Contains("write") || _scopes.Contains("api:write");
        _coversReads = _scopes.Contains("read") || _scopes.Contains("api:read");
    }

    public static GrantedScopes None { get; } = new("", []);

    /// <summary>The scopes in ordinal order, without duplicates.</summary>
    public IReadOnlyList<string> List { get; }

    /// <summary>The short form for the session's ticket.</summary>
    public string Compact { get; }

    public static GrantedScopes From(IEnumerable<string> scopes)
    {
        string[] ordered = [.. scopes.Distinct(StringComparer.Ordinal)];
        if (ordered.Length == 0)
        {
            return None;
        }

        Array.Sort(ordered, StringComparer.Ordinal);
        var compact = CompactScopes.Write(ordered);
        return Kept.TryGetValue(compact, out var kept) ? kept : Intern(compact, ordered);
    }

    public static GrantedScopes FromCompact(string compact) =>
        compact.Length == 0 ? None
        : Kept.TryGetValue(compact, out var kept) ? kept
        : Intern(compact, CompactScopes.Read(compact));

    public bool Covers(string scope) => _coversEverything || _scopes.Contains(scope) || (_coversReads && IsRead(scope));

    public bool CoversAll(string[] scopes)
    {
        foreach (var scope in scopes)
        {
            if (!Covers(scope))
            {
                return false;
            }
        }

        return true;
    }

    public string[] Missing(IEnumerable<string> scopes) =>
        [.. scopes.Where(scope => !Covers(scope)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the scope itself was granted, and not only covered by a broader one.</summary>
    public bool Names(string scope) => _scopes.Contains(scope) || (Alias(scope) is { } alias && _scopes.Contains(alias));

    public Claim[] Claims => _claims ??= [.. List.Select(scope => new Claim(DigitalOceanClaimTypes.Scope, scope))];

    private static string? Alias(string scope) => scope switch
    {
        "read" => "api:read",
        "write" => "api:write",
        _ => null,
    };

    private static bool IsRead(string scope) =>
        scope.AsSpan(scope.IndexOf(':', StringComparison.Ordinal) + 1).StartsWith("read", StringComparison.Ordinal);

    private static GrantedScopes Intern(string compact, IEnumerable<string> scopes)
    {
        var made = new GrantedScopes(compact, scopes);
        return Kept.Count < MostKept ? Kept.GetOrAdd(compact, made) : made;
    }
}
