using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>GET /v2/droplets/{droplet_id}/firewalls</c>.</summary>
internal static class FirewallsApi
{
    /// <summary>Lists the firewalls that name the Droplet, or a tag of it. Null if the Droplet does not exist.</summary>
    public static ApiResult? OfDroplet(ApiRequest request) => Place.Of(request) is { Parent: { } droplet }
        ? AnswerBuilder.List(request, [.. request.Inventory.Root("/v2/firewalls").Items.Where(firewall => Covers(firewall, droplet))])
        : null;

    private static bool Covers(JsonObject firewall, JsonObject droplet) =>
        (firewall["droplet_ids"] as JsonArray ?? []).Any(id => TeamInventory.Text(id) == TeamInventory.Text(droplet["id"]))
        || (firewall["tags"] as JsonArray ?? []).Select(TeamInventory.Text).OfType<string>().Any(tag => Tags.Has(droplet, tag));
}
