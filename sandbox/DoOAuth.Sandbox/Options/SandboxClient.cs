namespace DoOAuth.Sandbox;

/// <summary>An application that is registered at the sandbox.</summary>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The client secret, or <see langword="null"/> for a public client, which must use PKCE.</param>
public sealed record SandboxClient(string ClientId, string? ClientSecret)
{
    /// <summary>The name on the consent page, or <see langword="null"/> to show the client ID.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The redirect addresses of the application. They must match exactly, as at DigitalOcean. If the list is empty (the default), every
    /// address on this machine is accepted, on every port.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The displayed name.</summary>
    internal string DisplayName => Name ?? ClientId;
}
