namespace DoOAuth.Generator.Model;

/// <summary>What <c>[DigitalOceanOAuth]</c> says; nothing where the default holds.</summary>
internal sealed record AttributeValues(
    string? LoginPath,
    string? CallbackPath,
    string? LogoutPath,
    string? DisconnectPath,
    string? UserPath,
    string? Scheme,
    string? ConfigurationSection,
    string? GuardPrefix);
