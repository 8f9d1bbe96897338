using System.Collections.Concurrent;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>The scopes that each user has granted to each client, for <c>prompt=none</c>.</summary>
internal sealed class ConsentMemory
{
    private readonly ConcurrentDictionary<(string User, string Client), IReadOnlySet<string>> _granted = new();

    /// <summary>Adds the scopes that a user has granted to a client.</summary>
    public void Remember(SandboxUser user, string clientId, IEnumerable<string> scopes)
    {
        var granted = scopes.ToHashSet(StringComparer.Ordinal);
        _granted.AddOrUpdate((user.Uuid, clientId), granted, (_, before) => before.Union(granted).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a user has granted all these scopes to a client.</summary>
    public bool Covers(SandboxUser user, string clientId, IEnumerable<string> scopes) =>
        _granted.TryGetValue((user.Uuid, clientId), out var granted) && scopes.All(granted.Contains);

    /// <summary>Removes the consents of a user, or of all users if the user is null.</summary>
    public void Forget(SandboxUser? user)
    {
        foreach (var key in _granted.Keys.Where(key => user is null || key.User == user.Uuid))
        {
            _granted.TryRemove(key, out _);
        }
    }
}
