namespace DoOAuth.Generator.Model;

/// <summary>The values of <c>[DigitalOceanOAuth]</c>; null for the default.</summary>
internal sealed record ApplicationAttributeValues(
    string? LoginPath,
    string? CallbackPath,
    string? LogoutPath,
    string? DisconnectPath,
    string? UserPath,
    string? Scheme,
    string? ConfigurationSection,
    string? GuardPrefix);
