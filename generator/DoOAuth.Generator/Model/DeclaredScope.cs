namespace DoOAuth.Generator.Model;

/// <summary>What one <c>[DigitalOceanScope]</c> says.</summary>
internal sealed record DeclaredScope(string Name, bool IsOptional);
