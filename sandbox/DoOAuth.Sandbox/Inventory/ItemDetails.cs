using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Resources;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>What follows from other members of an item, or from the time.</summary>
internal static class ItemDetails
{
    // What an item is first, and what it is when it is ready.
    private static readonly Dictionary<string, (string First, string Ready)> Statuses = new(StringComparer.Ordinal)
    {
        ["/v2/databases"] = ("creating", "online"),
        ["/v2/databases/{database_cluster_uuid}/replicas"] = ("creating", "online"),
        ["/v2/load_balancers"] = ("new", "active"),
    };

    /// <summary>Completes a changed item.</summary>
    public static void Complete(ResourceKind kind, JsonObject item)
    {
        if (kind.Name == "node_pools")
        {
            SetNodes(item);
        }

        if (TeamInventory.Text(item["public_key"]) is { } key && kind.Shape.Find("fingerprint") is not null)
        {
            item["fingerprint"] = Fingerprint(key);
        }

        if (TeamInventory.Text(item["urn"]) is { } urn && urn.Split(':') is [var scheme, var type, _])
        {
            item["urn"] = $"{scheme}:{type}:{TeamInventory.IdentityOf(kind, item)}";
        }
    }

    /// <summary>Completes a new item, which is not ready until its time has passed.</summary>
    public static void CompleteNew(TeamInventory inventory, ResourceKind kind, JsonObject item)
    {
        if (kind.Path == "/v2/images")
        {
            item["public"] = false;
            item["type"] = "custom";
        }

        Complete(kind, item);
        if (Statuses.TryGetValue(kind.Path, out var status))
        {
            item["status"] = status.First;
            inventory.Team.Later(inventory.Now + inventory.ActionTime, () => item["status"] = status.Ready);
        }
    }

    // As many nodes as the pool says.
    private static void SetNodes(JsonObject pool)
    {
        var nodes = (pool["nodes"] as JsonArray ?? []).OfType<JsonObject>().Where(node => node.ContainsKey("id")).Select(node => node.DeepClone()).ToList();
        var count = pool["count"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : nodes.Count;
        while (nodes.Count < count)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{TeamInventory.Text(pool["name"])}-{nodes.Count + 1}");
            nodes.Add(new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["name"] = name, ["status"] = new JsonObject { ["state"] = "running" }, ["droplet_id"] = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) });
        }

        pool["nodes"] = new JsonArray([.. nodes.Take(count)]);
    }

    // RFC 4253, and MD5 as OpenSSH showed it before 6.8: DigitalOcean identifies keys by it.
#pragma warning disable CA5351 // It is a name and protects nothing.
    private static string Fingerprint(string publicKey)
    {
        var parts = publicKey.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var buffer = new byte[publicKey.Length];
        var bytes = parts.Length > 1 && Convert.TryFromBase64String(parts[1], buffer, out var length) ? buffer[..length] : System.Text.Encoding.UTF8.GetBytes(publicKey);
        return string.Join(':', MD5.HashData(bytes).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
#pragma warning restore CA5351
}
