namespace DoOAuth.Generator.Model;

/// <summary>The values of one <c>[DigitalOceanScope]</c>.</summary>
internal sealed record ScopeAttributeValues(string Name, bool IsOptional);
