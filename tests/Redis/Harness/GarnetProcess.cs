using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>Garnet on a free port.</summary>
internal sealed class GarnetProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GarnetProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public static async Task<GarnetProcess> StartAsync(params string[] options)
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        // Built beside these tests, in the same configuration.
        var program = AppContext.BaseDirectory.Replace(
            $"{Path.DirectorySeparatorChar}Redis{Path.DirectorySeparatorChar}bin", $"{Path.DirectorySeparatorChar}GarnetServer{Path.DirectorySeparatorChar}bin", StringComparison.Ordinal);
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(program, "GarnetServer.dll"), "--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture),
                "--memory", "64m", "--index", "8m", .. options,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var garnet = new GarnetProcess(process, port);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
            {
                return garnet;
            }
        }

        await garnet.DisposeAsync();
        throw new InvalidOperationException("Garnet ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
