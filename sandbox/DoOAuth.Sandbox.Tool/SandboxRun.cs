using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

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
            var token = settings.TokenScopes is { } scopes ? await sandbox.CreateTokenAsync(scopes, user: null, cancellationToken) : null;
            await AnnounceAsync(sandbox, token);
            var code = settings.Command is null
                ? await signals.Signalled
                : await ChildApp.RunAsync(settings.Command, Environment(settings, sandbox, token), signals.Signalled);
            foreach (var line in ScopeReport.Lines(sandbox.ScopeUse))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return code;
        }
    }

    private static void Apply(ToolSettings settings, SandboxOptions options)
    {
        options.Port = settings.Port;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ClientName = settings.ClientName;
        options.AutoApprove = settings.AutoApprove;
        options.Latency = settings.Latency;
        options.RateLimit = settings.RateLimit;

        // To standard error: standard output is the app's.
        options.ConfigureLogging = logging => logging
            .SetMinimumLevel(settings.Verbose ? LogLevel.Information : LogLevel.Warning)
            .AddConsole(console =>
            {
                console.LogToStandardErrorThreshold = LogLevel.Trace;
                console.FormatterName = LineFormatter.FormatterName;
            })
            .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();

        foreach (var address in settings.RedirectUris)
        {
            options.RedirectUris.Add(address);
        }

        foreach (var fault in settings.Faults)
        {
            options.Faults.Add(fault);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Environment(ToolSettings settings, DigitalOceanSandbox sandbox, string? token)
    {
        // A variable without a value is removed, because a public client must not get a secret from the environment.
        foreach (var (key, value) in settings.Sections.SelectMany(sandbox.ConfigurationFor))
        {
            yield return new(key.Replace(":", "__", StringComparison.Ordinal), value);
        }

        // The names that DigitalOcean's own clients read.
        if (token is not null)
        {
            yield return new("DIGITALOCEAN_TOKEN", token);
            yield return new("DIGITALOCEAN_ACCESS_TOKEN", token);
        }
    }

    // The address comes last, because other programs wait for it.
    private static Task AnnounceAsync(DigitalOceanSandbox sandbox, string? token)
    {
        var address = sandbox.Address.GetLeftPart(UriPartial.Authority);
        return Console.Out.WriteLineAsync(
            $"""
            DoOAuth sandbox: a local replacement for DigitalOcean. Its state is in memory. Press Ctrl+C to stop it.
              Client id      {sandbox.ClientId}
              Client secret  {sandbox.ClientSecret ?? "none: a public client, PKCE only"}
              Requests       {address}/requests{(token is null ? "" : $"\n  Token          {token}")}
            Sandbox listening on {address}
            """);
    }

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
