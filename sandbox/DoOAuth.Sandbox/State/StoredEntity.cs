using System.Collections.Immutable;
using System.Text.Json;

namespace DoOAuth.Sandbox.State;

/// <summary>What OpenIddict keeps, whatever it is.</summary>
internal abstract class StoredEntity
{
    /// <summary>Its key.</summary>
    public string Id { get; } = Guid.CreateVersion7().ToString();

    /// <summary>Whatever else OpenIddict writes to it.</summary>
    public ImmutableDictionary<string, JsonElement> Properties { get; set; } = ImmutableDictionary<string, JsonElement>.Empty;
}
