using System.Collections.Concurrent;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Who has allowed what to whom, for <c>prompt=none</c>.</summary>
internal sealed class ConsentMemory
{
    private readonly ConcurrentDictionary<(string User, string Client), IReadOnlySet<string>> _granted = new();

    /// <summary>Remembers that a user has allowed these scopes to a client, beside those allowed before.</summary>
    public void Remember(SandboxUser user, string clientId, IEnumerable<string> scopes)
    {
        var granted = scopes.ToHashSet(StringComparer.Ordinal);
        _granted.AddOrUpdate((user.Uuid, clientId), granted, (_, before) => before.Union(granted).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a user has allowed all of these scopes to a client.</summary>
    public bool Covers(SandboxUser user, string clientId, IEnumerable<string> scopes) =>
        _granted.TryGetValue((user.Uuid, clientId), out var granted) && scopes.All(granted.Contains);

    /// <summary>Forgets what a user has allowed, or what every user has.</summary>
    public void Forget(SandboxUser? user)
    {
        foreach (var key in _granted.Keys.Where(key => user is null || key.User == user.Uuid))
        {
            _granted.TryRemove(key, out _);
        }
    }
}
