namespace DoOAuth.Generator.Model;

/// <summary>What one <c>[DigitalOceanScope]</c> says.</summary>
internal sealed record ScopeAttributeValues(string Name, bool IsOptional);
