using System.CommandLine;
using System.CommandLine.Parsing;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The command line of <c>do-oauth-sandbox</c>.</summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 5100;
    private const string DefaultSection = "DigitalOcean";

    /// <summary>The command.</summary>
    /// <param name="appCommand">The arguments after <c>--</c>, or null if there is no <c>--</c>.</param>
    public static RootCommand Create(IReadOnlyList<string>? appCommand)
    {
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 for a free port.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(CheckPort);
        var clientId = new Option<string>("--client-id") { Description = "The app's client id.", HelpName = "ID", DefaultValueFactory = _ => SandboxOptions.DefaultClientId };
        var clientSecret = new Option<string>("--client-secret") { Description = "The app's client secret. It works with this sandbox only.", HelpName = "SECRET", DefaultValueFactory = _ => SandboxOptions.DefaultClientSecret };
        var isPublic = new Option<bool>("--public") { Description = "The app is a public client: no secret, PKCE only." };
        var clientName = new Option<string>("--client-name") { Description = "The app's name on the consent page.", HelpName = "NAME", DefaultValueFactory = _ => "Your app" };
        var autoApprove = new Option<bool>("--auto-approve") { Description = "Grant all scopes without showing the consent page." };
        var verbose = new Option<bool>("--verbose") { Description = "Write the sandbox's log to standard error." };
        var section = new Option<string[]>("--section") { Description = "The configuration section of the app's annotated class; repeat it for several classes.", HelpName = "NAME", DefaultValueFactory = _ => [DefaultSection] };
        var fault = new Option<SandboxFault[]>("--fault")
        {
            Description = "Misbehave: NAME[@WHERE][=VALUE][*TIMES], such as slow@refresh=2s or status@token=503*1; repeat it for several faults. Names: " + string.Join(", ", SandboxFault.Names) + ".",
            HelpName = "FAULT",
            CustomParser = ReadFaults,
        };

        var command = new RootCommand("A local replacement for DigitalOcean: OAuth server, consent page and API. With a command after -- (do-oauth-sandbox -- dotnet run), it starts that app configured to use the sandbox, and stops when the app stops.")
        {
            port, clientId, clientSecret, isPublic, clientName, autoApprove, verbose, section, fault,
        };
        command.Validators.Add(result => CheckUsage(result, appCommand));
        command.SetAction((parsed, cancellationToken) => SandboxRun.RunAsync(
            new ToolSettings(
                parsed.GetValue(port),
                parsed.GetRequiredValue(clientId),
                parsed.GetValue(isPublic) ? null : parsed.GetRequiredValue(clientSecret),
                parsed.GetRequiredValue(clientName),
                parsed.GetValue(autoApprove),
                parsed.GetValue(verbose),
                parsed.GetValue(fault) ?? [],
                parsed.GetRequiredValue(section),
                appCommand),
            cancellationToken));
        return command;
    }

    private static void CheckPort(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var port) && port is >= 0 and <= ushort.MaxValue))
        {
            result.AddError($"--port {token.Value}: a port is a number from 0 (any free port) to {ushort.MaxValue}.");
        }
    }

    private static void CheckUsage(CommandResult result, IReadOnlyList<string>? appCommand)
    {
        if (appCommand is { Count: 0 })
        {
            result.AddError("There is no command after --. Add one, for example: do-oauth-sandbox -- dotnet run");
        }
    }

    private static SandboxFault[]? ReadFaults(ArgumentResult result)
    {
        try
        {
            return [.. result.Tokens.Select(token => SandboxFault.Parse(token.Value))];
        }
        catch (FormatException exception)
        {
            result.AddError($"--fault: {exception.Message}");
            return null;
        }
    }
}
