namespace DoOAuth.Sandbox.Api;

/// <summary>The droplets of each team. A team starts with three.</summary>
internal sealed class DropletStore(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<long, Droplet>> _byTeam = new(StringComparer.Ordinal);
    private long _lastId = 3164443;

    /// <summary>Returns a team's droplets, ordered by ID.</summary>
    public IReadOnlyList<Droplet> List(SandboxUser user)
    {
        lock (_lock)
        {
            return [.. Of(user).Values];
        }
    }

    /// <summary>Returns one of a team's droplets, or null if it does not exist.</summary>
    public Droplet? Find(SandboxUser user, long id)
    {
        lock (_lock)
        {
            return Of(user).GetValueOrDefault(id);
        }
    }

    /// <summary>Creates a droplet. Its status is <c>new</c> in this response, then <c>active</c>.</summary>
    public Droplet Create(SandboxUser user, string name, CloudRegion region, CloudSize size, CloudImage image, IReadOnlyList<string> tags)
    {
        lock (_lock)
        {
            var droplet = Make(name, region, size, image, tags);
            Of(user).Add(droplet.Id, droplet);
            return droplet with { Status = "new" };
        }
    }

    /// <summary>Deletes a droplet. Returns false if it does not exist.</summary>
    public bool Delete(SandboxUser user, long id)
    {
        lock (_lock)
        {
            return Of(user).Remove(id);
        }
    }

    private Droplet Make(string name, CloudRegion region, CloudSize size, CloudImage image, IReadOnlyList<string> tags) =>
        new(++_lastId, name, region, size, image, tags, time.GetUtcNow(), "active");

    private SortedDictionary<long, Droplet> Of(SandboxUser user)
    {
        if (!_byTeam.TryGetValue(user.TeamUuid, out var droplets))
        {
            _byTeam.Add(user.TeamUuid, droplets = []);
            Seed(droplets, "web-01", region: 0, size: 1, image: 0, ["web", "production"]);
            Seed(droplets, "web-02", region: 1, size: 1, image: 0, ["web", "production"]);
            Seed(droplets, "postgres-01", region: 2, size: 3, image: 1, ["database"]);
        }

        return droplets;
    }

    private void Seed(SortedDictionary<long, Droplet> droplets, string name, int region, int size, int image, IReadOnlyList<string> tags)
    {
        var droplet = Make(name, CloudRegion.All[region], CloudSize.All[size], CloudImage.All[image], tags);
        droplets.Add(droplet.Id, droplet);
    }
}
