using System.Collections.Immutable;
using System.Text.Json;

namespace DoOAuth.Sandbox.State;

/// <summary>The base of the entities that OpenIddict stores.</summary>
internal abstract class StoredEntity
{
    /// <summary>The key.</summary>
    public string Id { get; } = Guid.CreateVersion7().ToString();

    /// <summary>Additional properties that OpenIddict stores.</summary>
    public ImmutableDictionary<string, JsonElement> Properties { get; set; } = ImmutableDictionary<string, JsonElement>.Empty;
}
