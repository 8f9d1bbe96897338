using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>A droplet size.</summary>
/// <param name="Slug">Its name in requests.</param>
/// <param name="Memory">The memory in MiB.</param>
/// <param name="Cpus">The number of virtual CPUs.</param>
/// <param name="Disk">The disk size in GiB.</param>
/// <param name="Monthly">The price per month in US dollars.</param>
internal sealed record CloudSize(string Slug, int Memory, int Cpus, int Disk, decimal Monthly)
{
    private const int BilledHours = 672;

    /// <summary>All sizes of the sandbox.</summary>
    public static IReadOnlyList<CloudSize> All { get; } =
        [new("s-1vcpu-512mb-10gb", 512, 1, 10, 4), new("s-1vcpu-1gb", 1024, 1, 25, 6), new("s-1vcpu-2gb", 2048, 1, 50, 12), new("s-2vcpu-4gb", 4096, 2, 80, 24)];

    /// <summary>Returns the JSON that the API shows.</summary>
    public JsonObject ToJson() => new()
    {
        ["slug"] = Slug,
        ["memory"] = Memory,
        ["vcpus"] = Cpus,
        ["disk"] = Disk,
        ["transfer"] = 1.0,
        ["price_monthly"] = Monthly,
        ["price_hourly"] = decimal.Round(Monthly / BilledHours, 5),
        ["available"] = true,
        ["description"] = "Basic",
        ["regions"] = new JsonArray([.. CloudRegion.All.Select(region => JsonValue.Create(region.Slug))]),
    };
}
