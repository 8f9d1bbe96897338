using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Store;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>The resources of all teams.</summary>
internal sealed class Inventories(Lazy<ApiModel> model, Teams teams, SandboxOptions options)
{
    private readonly Samples _samples = new(CloudSamples.Lists);

    /// <summary>Gives a team what it has from the start, beyond the samples.</summary>
    public Action<TeamInventory, SandboxUser>? Seed { get; set; }

    /// <summary>Uses the resources of a user's team. No other request uses them at the same time.</summary>
    public T Use<T>(SandboxUser user, Func<TeamInventory, T> use)
    {
        var team = teams.Of(user);
        lock (team.Lock)
        {
            var now = options.TimeProvider.GetUtcNow();
            team.Settle(now);
            var inventory = new TeamInventory(model.Value, team, _samples, now, options.ActionTime);
            if (team.Start())
            {
                Seed?.Invoke(inventory, user);
            }

            return use(inventory);
        }
    }
}
