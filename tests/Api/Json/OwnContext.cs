using System.Text.Json.Serialization;
using DoOAuth.Api.Models;

namespace DoOAuth.Api.Tests.Json;

/// <summary>A serializer context as an app has it, with types of the client.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Droplet>))]
[JsonSerializable(typeof(DropletView))]
internal sealed partial class OwnContext : JsonSerializerContext;

/// <summary>A type of an app with members of the client's types.</summary>
internal sealed record DropletView(Droplet First, DropletStatus Status, NumberOrText Image);
