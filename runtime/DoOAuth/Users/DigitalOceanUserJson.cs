using System.Text.Json.Serialization;

namespace DoOAuth;

/// <summary>Serializes the user for <c>GET /me</c>, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DigitalOceanUser))]
internal sealed partial class DigitalOceanUserJson : JsonSerializerContext;
