using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Store;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>The resources of all teams.</summary>
internal sealed class Inventories(ApiModel model, Teams teams, SandboxOptions options)
{
    private readonly Samples _samples = new(CloudSamples.Lists);

    /// <summary>Uses the resources of a user's team. No other request uses them at the same time.</summary>
    public T Use<T>(SandboxUser user, Func<TeamInventory, T> use)
    {
        var team = teams.Of(user);
        lock (team.Lock)
        {
            var now = options.TimeProvider.GetUtcNow();
            team.Settle(now);
            return use(new TeamInventory(model, team, _samples, now, options.ActionTime));
        }
    }
}
