using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox.Tool;

/// <summary>Runs the sandbox, with or without an app, until the app or the user stops it.</summary>
internal static class SandboxRun
{
    private const int CannotServe = 1;

    /// <summary>Runs the sandbox, and returns the exit code of the process.</summary>
    public static async Task<int> RunAsync(ToolSettings settings, CancellationToken cancellationToken)
    {
        using var signals = new TerminationSignals();
        DigitalOceanSandbox sandbox;
        try
        {
            sandbox = await DigitalOceanSandbox.StartAsync(options => Apply(settings, options), cancellationToken);
        }
        catch (Exception exception) when (Explain(exception, settings.Port) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return CannotServe;
        }

        await using (sandbox)
        {
            await AnnounceAsync(sandbox);
            return settings.Command is null
                ? await signals.Signalled
                : await ChildApp.RunAsync(settings.Command, sandbox, settings.Sections, signals.Signalled);
        }
    }

    private static void Apply(ToolSettings settings, SandboxOptions options)
    {
        options.Port = settings.Port;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ClientName = settings.ClientName;
        options.AutoApprove = settings.AutoApprove;
        if (settings.Verbose)
        {
            // To standard error: standard output is the app's.
            options.ConfigureLogging = logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        foreach (var fault in settings.Faults)
        {
            options.Faults.Add(fault);
        }
    }

    // The address comes last, because other programs wait for it.
    private static Task AnnounceAsync(DigitalOceanSandbox sandbox) => Console.Out.WriteLineAsync(
        $"""
        DoOAuth sandbox: a local replacement for DigitalOcean. Its state is in memory. Press Ctrl+C to stop it.
          Client id      {sandbox.ClientId}
          Client secret  {sandbox.ClientSecret ?? "none: a public client, PKCE only"}
        Sandbox listening on {sandbox.Address.GetLeftPart(UriPartial.Authority)}
        """);

    private static string? Explain(Exception exception, int port) => exception switch
    {
        IOException { InnerException: AddressInUseException } => string.Create(
            CultureInfo.InvariantCulture,
            $"Port {port} is in use by another program, perhaps another sandbox. Choose another port: do-oauth-sandbox --port {(port == ushort.MaxValue ? port - 1 : port + 1)}, or --port 0 for a free port."),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => string.Create(
            CultureInfo.InvariantCulture,
            $"Access to port {port} is denied. Choose a port from 1024, for example: do-oauth-sandbox --port 5100"),
        ArgumentException => exception.Message,
        _ => null,
    };
}
