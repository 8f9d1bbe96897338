namespace DoOAuth;

/// <summary>The team that the user selected when granting access.</summary>
/// <param name="Uuid">The team's identifier, or null if DigitalOcean does not provide it.</param>
/// <param name="Name">The team's name, or null if DigitalOcean does not provide it.</param>
public sealed record DigitalOceanTeam(string? Uuid, string? Name);
