using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>Records as a person writes them for the whole of a Droplet, with the source generator of System.Text.Json.</summary>
internal static class HandWritten
{
    public static Func<Task<int>> Over(HttpClient client) => async () =>
    {
        var page = await client.GetFromJsonAsync("https://api.digitalocean.com/v2/droplets", HandWrittenJson.Default.DropletPage);
        var total = 0;
        foreach (var droplet in page!.Droplets)
        {
            total += droplet.Name.Length + droplet.Region.Slug.Length + droplet.Networks.V4!.Count;
        }

        return total;
    };
}

internal sealed record DropletPage(IReadOnlyList<Droplet> Droplets, PageLinks? Links, PageMeta? Meta);

internal sealed record PageLinks(PageAddresses? Pages);

internal sealed record PageAddresses(string? First, string? Prev, string? Next, string? Last);

internal sealed record PageMeta(long Total);

internal sealed record Droplet(
    long Id,
    string Name,
    long Memory,
    long Vcpus,
    long Disk,
    IReadOnlyList<DiskInfo>? DiskInfo,
    bool Locked,
    string Status,
    Kernel? Kernel,
    DateTimeOffset CreatedAt,
    IReadOnlyList<string> Features,
    IReadOnlyList<long> BackupIds,
    BackupWindow? NextBackupWindow,
    IReadOnlyList<long> SnapshotIds,
    Image Image,
    IReadOnlyList<string> VolumeIds,
    Size Size,
    string SizeSlug,
    Networks Networks,
    Region Region,
    IReadOnlyList<string> Tags,
    string? VpcUuid,
    GpuInfo? GpuInfo);

internal sealed record DiskInfo(string? Type, DiskSize? Size);

internal sealed record DiskSize(long? Amount, string? Unit);

internal sealed record Kernel(long? Id, string? Name, string? Version);

internal sealed record BackupWindow(DateTimeOffset? Start, DateTimeOffset? End);

internal sealed record Image(
    long? Id,
    string? Name,
    string? Type,
    string? Distribution,
    string? Slug,
    bool? Public,
    IReadOnlyList<string>? Regions,
    DateTimeOffset? CreatedAt,
    long? MinDiskSize,
    double? SizeGigabytes,
    string? Description,
    IReadOnlyList<string>? Tags,
    string? Status,
    string? ErrorMessage);

internal sealed record Size(
    string Slug,
    long Memory,
    long Vcpus,
    long Disk,
    double Transfer,
    double PriceMonthly,
    double PriceHourly,
    IReadOnlyList<string> Regions,
    bool Available,
    string Description,
    IReadOnlyList<DiskInfo>? DiskInfo,
    GpuInfo? GpuInfo);

internal sealed record GpuInfo(long? Count, string? Model, Vram? Vram);

internal sealed record Vram(long? Amount, string? Unit);

internal sealed record Networks(IReadOnlyList<NetworkV4>? V4, IReadOnlyList<NetworkV6>? V6);

internal sealed record NetworkV4(string? IpAddress, string? Netmask, string? Gateway, string? Type);

internal sealed record NetworkV6(string? IpAddress, long? Netmask, string? Gateway, string? Type);

internal sealed record Region(string Name, string Slug, IReadOnlyList<string> Features, bool Available, IReadOnlyList<string> Sizes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DropletPage))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
