using System.Text.Json;
using System.Text.Json.Serialization;

namespace SinglePage;

/// <summary>A droplet, as far as this sample shows it.</summary>
internal sealed record Droplet(long Id, string Name, string Status);

/// <summary>The answer of <c>GET /v2/droplets</c>.</summary>
internal sealed record DropletList(IReadOnlyList<Droplet> Droplets);

/// <summary>The request of <c>POST /v2/droplets</c>.</summary>
internal sealed record NewDroplet(string Name, string Region, string Size, string Image);

/// <summary>The answer of <c>POST /v2/droplets</c>.</summary>
internal sealed record DropletCreated(Droplet Droplet);

/// <summary>How these types are read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DropletList))]
[JsonSerializable(typeof(NewDroplet))]
[JsonSerializable(typeof(DropletCreated))]
internal sealed partial class DropletJson : JsonSerializerContext;
