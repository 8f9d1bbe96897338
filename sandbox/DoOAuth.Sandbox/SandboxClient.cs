namespace DoOAuth.Sandbox;

/// <summary>An application that is registered at the sandbox.</summary>
/// <param name="ClientId">The client id.</param>
/// <param name="ClientSecret">The client secret, or <see langword="null"/> for a public client, which must use PKCE.</param>
public sealed record SandboxClient(string ClientId, string? ClientSecret)
{
    /// <summary>The name on the consent page; the client id where it is <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The addresses that the application may have its users sent back to, compared byte by byte as at DigitalOcean.
    /// Empty (the default): every address on this machine, on every port.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The name that people see.</summary>
    internal string DisplayName => Name ?? ClientId;
}
