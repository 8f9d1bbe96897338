using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>Debian's Sentinel, which watches one master and promotes its replica.</summary>
internal sealed class RedisSentinel : IAsyncDisposable
{
    public const string Master = "decks";

    private const string Program = "/usr/bin/redis-sentinel";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dooauth-sentinel-");
    private readonly Process _process;

    private RedisSentinel(RedisServer master)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var file = Path.Combine(_folder.FullName, "sentinel.conf");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"""
            port {Port}
            bind 127.0.0.1
            dir {_folder.FullName}
            logfile sentinel.log
            sentinel monitor {Master} 127.0.0.1 {master.Port} 1
            sentinel down-after-milliseconds {Master} 1000
            sentinel failover-timeout {Master} 5000

            """));
        _process = Process.Start(Program, file);
    }

    public int Port { get; }

    public static async Task<RedisSentinel> StartAsync(RedisServer master)
    {
        if (!File.Exists(Program))
        {
            throw new FileNotFoundException($"There is no {Program}. Install it: apt-get install redis-sentinel");
        }

        var sentinel = new RedisSentinel(master);
        var began = Stopwatch.StartNew();
        while (!sentinel.ReadLog().Contains("+slave", StringComparison.Ordinal))
        {
            if (began.Elapsed > TimeSpan.FromSeconds(60))
            {
                var log = sentinel.ReadLog();
                await sentinel.DisposeAsync();
                throw new InvalidOperationException($"Sentinel found no replica: {log}");
            }

            await Task.Delay(50);
        }

        return sentinel;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private string ReadLog() => Path.Combine(_folder.FullName, "sentinel.log") is var log && File.Exists(log) ? File.ReadAllText(log) : "";
}
