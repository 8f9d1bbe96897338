using System.Collections.Concurrent;

namespace DoOAuth.Sandbox.Store;

/// <summary>What all teams have. It is in memory.</summary>
internal sealed class Teams
{
    private readonly ConcurrentDictionary<string, Team> _byUuid = new(StringComparer.Ordinal);

    /// <summary>What the team of a user has.</summary>
    public Team Of(SandboxUser user) => _byUuid.GetOrAdd(user.TeamUuid, _ => new Team());

    /// <summary>Forgets everything. Teams start again with what they had at first.</summary>
    public void Reset() => _byUuid.Clear();
}
