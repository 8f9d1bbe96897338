using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>POST /v2/domains</c>: a new domain has records for DigitalOcean's name servers, and one for its address.</summary>
internal static class DomainsApi
{
    private const int TimeToLive = 1800;

    /// <summary><c>GET …/records</c>: <c>name</c> in the query is the whole name, and that of a record is without the domain. Null if the domain does not exist.</summary>
    public static ApiResult? ListRecords(ApiRequest request)
    {
        if (Place.Of(request) is not { Parent: { } domain, Collection: { } records })
        {
            return null;
        }

        var (name, type) = (request.Query("name").TrimEnd('.'), request.Query("type"));
        var origin = domain["name"]!.ToString();
        return AnswerBuilder.List(request,
        [
            .. records.Items.Where(record =>
                (type.Length == 0 || string.Equals(TeamInventory.Text(record["type"]), type, StringComparison.OrdinalIgnoreCase))
                && (name.Length == 0 || name == TeamInventory.Text(record["name"]) || name == Whole(TeamInventory.Text(record["name"]), origin))),
        ]);
    }

    private static string Whole(string? name, string origin) => name is null or "@" ? origin : $"{name}.{origin}";

    /// <summary>Creates a domain.</summary>
    /// <exception cref="RequestRefusedException">The domain exists.</exception>
    public static ApiResult Create(ApiRequest request)
    {
        var inventory = request.Inventory;
        var name = request.Required("name");
        var place = Place.Of(request)!;
        if (place.Collection!.Find(name) is { } known && !inventory.Team.IsSample(known))
        {
            throw new RequestRefusedException($"name: the domain {name} is already in use.");
        }

        var isReplacement = ResourceApi.RemoveSample(request, place.Kind!, place);
        var domain = new JsonObject { ["name"] = name, ["ttl"] = TimeToLive, ["zone_file"] = $"$ORIGIN {name}.\n$TTL 1800\n" };
        place.Collection.Add(name, domain);
        if (isReplacement)
        {
            inventory.Team.MarkAsReplacement(domain);
        }

        var kind = inventory.Model.Resources.AtPath("/v2/domains/{domain_name}/records")!;
        var records = inventory.Collection(kind, $"/v2/domains/{name}/records", domain);
        for (var server = 1; server <= 3; server++)
        {
            Add("NS", string.Create(CultureInfo.InvariantCulture, $"ns{server}.digitalocean.com"));
        }

        if (request.Text("ip_address") is { Length: > 0 } address)
        {
            Add("A", address);
        }

        return AnswerBuilder.Object(request, domain);

        void Add(string type, string data)
        {
            var id = NewIdentity.For(kind, inventory.Team);
            records.Add(id.ToString(), new JsonObject
            {
                ["id"] = id,
                ["type"] = type,
                ["name"] = "@",
                ["data"] = data,
                ["priority"] = null,
                ["port"] = null,
                ["ttl"] = TimeToLive,
                ["weight"] = null,
                ["flags"] = null,
                ["tag"] = null,
            });
        }
    }
}
