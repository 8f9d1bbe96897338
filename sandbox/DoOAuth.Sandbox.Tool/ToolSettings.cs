using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The settings from the command line.</summary>
internal sealed record ToolSettings
{
    /// <summary>The port, 0 for a free port.</summary>
    public required int Port { get; init; }

    /// <summary>The client ID.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret, or null for a public client.</summary>
    public required string? ClientSecret { get; init; }

    /// <summary>The name on the consent page.</summary>
    public required string ClientName { get; init; }

    /// <summary>The redirect addresses; none to accept every address on this machine.</summary>
    public required IReadOnlyList<string> RedirectUris { get; init; }

    /// <summary>The configuration sections that the app reads.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Whether the consent page is skipped.</summary>
    public required bool AutoApprove { get; init; }

    /// <summary>The scopes of the token to print, or null for no token.</summary>
    public required IReadOnlyList<string>? TokenScopes { get; init; }

    /// <summary>The time that each response takes in addition.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>The limit of each token, or null for none.</summary>
    public required SandboxRateLimit? RateLimit { get; init; }

    /// <summary>The faults.</summary>
    public required IReadOnlyList<SandboxFault> Faults { get; init; }

    /// <summary>Whether each request is shown.</summary>
    public required bool Verbose { get; init; }

    /// <summary>The app's command and its arguments, or null if there is none.</summary>
    public required IReadOnlyList<string>? Command { get; init; }
}
