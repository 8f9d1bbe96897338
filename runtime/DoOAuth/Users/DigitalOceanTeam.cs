namespace DoOAuth;

/// <summary>The team that the user chose when granting access.</summary>
/// <param name="Uuid">The team's identifier, where DigitalOcean tells it.</param>
/// <param name="Name">The team's name, where DigitalOcean tells it.</param>
public sealed record DigitalOceanTeam(string? Uuid, string? Name);
