using System.Text.Json.Serialization;
using DoOAuthApp_Namespace.Droplets;

namespace DoOAuthApp_Namespace;

/// <summary>The JSON types that this app reads and writes, for the source generator.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DropletList))]
#if (CanCreateDroplets)
[JsonSerializable(typeof(DropletCreated))]
[JsonSerializable(typeof(NewDroplet))]
#endif
public sealed partial class AppJson : JsonSerializerContext;
