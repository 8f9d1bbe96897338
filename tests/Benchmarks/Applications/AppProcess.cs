using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DoOAuth.Benchmarks.Applications;

/// <summary>A published app that runs, on a free port of this machine.</summary>
internal sealed class AppProcess : IDisposable
{
    // As fine as the timer of the system, and little beside what starts.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly int _port;

    private AppProcess(Process process, int port) => (_process, _port) = (process, port);

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts it, with configuration beside its own.</summary>
    public static AppProcess Start(PublishedApp app, IEnumerable<KeyValuePair<string, string?>> configuration)
    {
        return Start(port =>
        {
            var start = new ProcessStartInfo(app.Executable) { WorkingDirectory = app.Folder };
            start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

            // Data protection keys, made by the first start and read by all others.
            start.Environment["HOME"] = app.Folder;
            foreach (var (key, value) in configuration)
            {
                start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
            }

            return start;
        });
    }

    /// <summary>Starts a program that listens on the given port.</summary>
    public static AppProcess Start(Func<int, ProcessStartInfo> listenOn)
    {
        var port = FreePort();
        var start = listenOn(port);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new AppProcess(process, port);
    }

    /// <summary>Asks for a path until it is answered.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="InvalidOperationException">The app has ended, or does not answer.</exception>
    public HttpStatusCode WaitForAnswer(string path)
    {
        var began = Stopwatch.GetTimestamp();
        while (!_process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Connect(IPAddress.Loopback, _port);
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.ConnectionRefused)
            {
                Thread.Sleep(Pause);
                continue;
            }

            socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nConnection: close\r\n\r\n"));
            var answer = new byte[4096];
            var length = socket.Receive(answer);
            return Encoding.ASCII.GetString(answer, 0, length) is ['H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', .. var rest]
                ? (HttpStatusCode)int.Parse(rest.AsSpan(0, 3), CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{_process.StartInfo.FileName} does not answer {path} in HTTP.");
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} does not answer at {Address}.");
    }

    /// <summary>The memory that it has now, as Linux counts it.</summary>
    public AppMemory Memory()
    {
        var rollup = File.ReadLines($"/proc/{_process.Id}/smaps_rollup")
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [_, _, "kB"])
            .ToDictionary(words => words[0], words => 1024 * long.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new AppMemory(rollup["Rss:"], rollup["Private_Clean:"] + rollup["Private_Dirty:"]);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
