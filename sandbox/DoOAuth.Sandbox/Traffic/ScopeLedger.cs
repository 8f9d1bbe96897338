using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Traffic;

/// <summary>The scopes that each client was granted, has used, and was refused for the lack of.</summary>
internal sealed class ScopeLedger
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Account> _clients = new(StringComparer.Ordinal);

    /// <summary>The use of scopes, by client.</summary>
    public IReadOnlyList<SandboxScopeUse> Current
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _clients.Select(client => new SandboxScopeUse(
                        client.Key,
                        [.. client.Value.Granted],
                        [.. client.Value.Granted.Except(client.Value.Used)],
                        [.. client.Value.Refused])),
                ];
            }
        }
    }

    /// <summary>Adds the scopes of a token that was issued.</summary>
    public void Grant(string clientId, IEnumerable<string> scopes)
    {
        lock (_lock)
        {
            Of(clientId).Granted.UnionWith(scopes);
        }
    }

    /// <summary>Adds what a request needed and what its token has.</summary>
    public void Add(string clientId, IReadOnlyList<string> scopes, ScopeRequirement needed)
    {
        var coverage = new ScopeCoverage(scopes);
        lock (_lock)
        {
            var account = Of(clientId);
            if (coverage.Meets(needed))
            {
                account.Used.UnionWith(needed.AllOf.SelectMany(anyOf => Sufficient(anyOf, scopes)));
            }
            else
            {
                account.Refused.UnionWith(needed.AllOf.Where(anyOf => !anyOf.Any(coverage.Covers)).Select(anyOf => string.Join('|', anyOf)));
            }
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _clients.Clear();
        }
    }

    // A broad scope counts as used only if the token has no narrow one for the request.
    private static IEnumerable<string> Sufficient(IReadOnlyList<string> anyOf, IReadOnlyList<string> scopes)
    {
        var exact = scopes.Where(anyOf.Contains).ToList();
        return exact.Count > 0 ? exact : scopes.Where(scope => anyOf.Any(needed => ScopeCoverage.Covers(scope, needed))).Take(1);
    }

    private Account Of(string clientId)
    {
        if (!_clients.TryGetValue(clientId, out var account))
        {
            _clients.Add(clientId, account = new Account());
        }

        return account;
    }

    private sealed class Account
    {
        public SortedSet<string> Granted { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Used { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Refused { get; } = new(StringComparer.Ordinal);
    }
}
