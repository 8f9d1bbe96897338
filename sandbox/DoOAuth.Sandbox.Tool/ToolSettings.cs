using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The settings from the command line.</summary>
/// <param name="Port">The port, 0 for a free port.</param>
/// <param name="ClientId">The client ID.</param>
/// <param name="ClientSecret">The secret, or null for a public client.</param>
/// <param name="ClientName">The name on the consent page.</param>
/// <param name="AutoApprove">Whether the consent page is skipped.</param>
/// <param name="Verbose">Whether the sandbox's log is shown.</param>
/// <param name="Faults">The faults.</param>
/// <param name="Sections">The configuration sections that the app reads.</param>
/// <param name="Command">The app's command and its arguments, or null if there is none.</param>
internal sealed record ToolSettings(
    int Port,
    string ClientId,
    string? ClientSecret,
    string ClientName,
    bool AutoApprove,
    bool Verbose,
    IReadOnlyList<SandboxFault> Faults,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string>? Command);
