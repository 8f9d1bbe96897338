using System.Text.Json;
using System.Text.Json.Serialization;

namespace EveryFeature;

internal sealed record Count(string Of, int Number);

internal sealed record NewDroplet(string Name, string Region, string Size, string Image);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Count))]
[JsonSerializable(typeof(NewDroplet))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class AppJson : JsonSerializerContext;
