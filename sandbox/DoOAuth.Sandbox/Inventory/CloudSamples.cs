using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;

namespace DoOAuth.Sandbox.Inventory;

/// <summary>The regions, sizes and images, and the Droplets that every team has from the start.</summary>
internal static class CloudSamples
{
    private const int BilledHours = 672;
    private const long FirstDroplet = 3164444;

    private static readonly Lazy<IReadOnlyList<DataRow>> Regions = new(() => Rows("regions.tsv", "slug", "name", "available"));
    private static readonly Lazy<IReadOnlyList<DataRow>> Sizes = new(() => Rows("sizes.tsv", "slug", "memory", "vcpus", "disk", "transfer", "price", "description"));
    private static readonly Lazy<IReadOnlyList<DataRow>> Images = new(() => Rows("images.tsv", "id", "slug", "name", "distribution", "type"));

    /// <summary>The lists, by the path of their collection.</summary>
    public static IReadOnlyDictionary<string, Func<TeamInventory, IEnumerable<JsonObject>>> Lists { get; } =
        new Dictionary<string, Func<TeamInventory, IEnumerable<JsonObject>>>(StringComparer.Ordinal)
        {
            ["/v2/regions"] = _ => Regions.Value.Select(row => Region(row.Cells)),
            ["/v2/sizes"] = _ => Sizes.Value.Select(row => Size(row.Cells)),
            ["/v2/images"] = inventory => Images.Value.Select(row => Image(inventory, row.Cells)),
            ["/v2/droplets"] = Droplets,
        };

    /// <summary>Whether an image is an application of the marketplace.</summary>
    public static bool IsApplication(JsonObject image) => Images.Value.Any(row => row.Cells[4] == "app" && row.Cells[1] == TeamInventory.Text(image["slug"]));

    private static IEnumerable<JsonObject> Droplets(TeamInventory inventory)
    {
        yield return Droplet(inventory, 0, "web-01", "nyc3", "s-1vcpu-1gb", "ubuntu-24-04-x64", ["web", "production"]);
        yield return Droplet(inventory, 1, "web-02", "ams3", "s-1vcpu-1gb", "ubuntu-24-04-x64", ["web", "production"]);
        yield return Droplet(inventory, 2, "postgres-01", "fra1", "s-2vcpu-4gb", "debian-13-x64", ["database"]);
    }

    private static JsonObject Droplet(TeamInventory inventory, int index, string name, string region, string size, string image, string[] tags)
    {
        var body = new JsonObject { ["name"] = name, ["region"] = region, ["size"] = size, ["image"] = image, ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) };
        var droplet = DropletMaker.Make(inventory, body, name);
        droplet["id"] = FirstDroplet + index;
        droplet["status"] = "active";
        DropletMaker.Connect(inventory, droplet);
        return droplet;
    }

    private static JsonObject Region(IReadOnlyList<string> cells) => new()
    {
        ["name"] = cells[1],
        ["slug"] = cells[0],
        ["features"] = new JsonArray("backups", "ipv6", "metadata", "install_agent", "storage", "image_transfer"),
        ["available"] = cells[2] == "yes",
        ["sizes"] = new JsonArray([.. cells[2] == "yes" ? Sizes.Value.Select(size => JsonValue.Create(size.Cells[0])) : []]),
    };

    private static JsonObject Size(IReadOnlyList<string> cells)
    {
        var price = decimal.Parse(cells[5], CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["slug"] = cells[0],
            ["memory"] = int.Parse(cells[1], CultureInfo.InvariantCulture),
            ["vcpus"] = int.Parse(cells[2], CultureInfo.InvariantCulture),
            ["disk"] = int.Parse(cells[3], CultureInfo.InvariantCulture),
            ["transfer"] = decimal.Parse(cells[4], CultureInfo.InvariantCulture),
            ["price_monthly"] = price,
            ["price_hourly"] = decimal.Round(price / BilledHours, 5),
            ["regions"] = new JsonArray([.. Regions.Value.Where(region => region.Cells[2] == "yes").Select(region => JsonValue.Create(region.Cells[0]))]),
            ["available"] = true,
            ["description"] = cells[6],
        };
    }

    private static JsonObject Image(TeamInventory inventory, IReadOnlyList<string> cells) => new()
    {
        ["id"] = long.Parse(cells[0], CultureInfo.InvariantCulture),
        ["name"] = cells[2],
        ["type"] = cells[4] == "snapshot" ? "snapshot" : "base",
        ["distribution"] = cells[3],
        ["slug"] = cells[1].Length == 0 ? null : cells[1],
        ["public"] = cells[4] != "snapshot",
        ["regions"] = new JsonArray([.. Documented(inventory).Select(region => JsonValue.Create(region))]),
        ["created_at"] = ApiTime.Of(inventory.Now),
        ["min_disk_size"] = 10,
        ["size_gigabytes"] = 1.5,
        ["description"] = $"{cells[3]} {cells[2]}",
        ["tags"] = new JsonArray(),
        ["status"] = "available",
        ["error_message"] = "",
    };

    // The regions that the shape of an image knows are fewer than those that exist.
    private static IEnumerable<string> Documented(TeamInventory inventory)
    {
        var known = inventory.Model.Shapes.Find("region_slug")?.Alias?.Values ?? [];
        return Regions.Value.Select(region => region.Cells[0]).Where(region => known.Count == 0 || known.Contains(region, StringComparer.Ordinal));
    }

    private static List<DataRow> Rows(string file, params string[] columns)
    {
        var faults = new List<DataFault>();
        var rows = DataTable.Read(CatalogFiles.Read(file), columns, faults);
        return faults.Count == 0 ? rows : throw new InvalidOperationException($"{file}: {faults[0].Message}");
    }
}
