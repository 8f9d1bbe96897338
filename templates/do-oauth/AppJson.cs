using System.Text.Json;
using System.Text.Json.Serialization;
using DoOAuth.Api.Models;
#if (CanCreateDroplets)
using DoOAuthApp_Namespace.Droplets;
#endif

namespace DoOAuthApp_Namespace;

/// <summary>The JSON types that this app reads and writes, for the source generator.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(List<Droplet>))]
#if (CanCreateDroplets)
[JsonSerializable(typeof(NewDroplet))]
#endif
public sealed partial class AppJson : JsonSerializerContext;
