using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using StackExchange.Redis;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>
/// Debian's Redis server on a free port, with a folder of its own and whatever options a test needs. It can be killed, started again, and
/// paused.
/// </summary>
internal sealed partial class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dooauth-redis-");
    private readonly int _port = FreePort();
    private readonly string _options;
    private Process? _process;

    private RedisServer(string options) => _options = options;

    public int Port => _port;

    /// <summary>Where it is, in StackExchange.Redis's form.</summary>
    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <param name="options">Of the server's command line; <c>{port}</c> in them is its port.</param>
    public static async Task<RedisServer> StartAsync(string options = "--port {port}")
    {
        if (!File.Exists(Program))
        {
            throw new FileNotFoundException($"There is no {Program}. Install it: apt-get install redis-server");
        }

        var server = new RedisServer(options);
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync()
    {
        // Written with every command, so that a killed one loses nothing.
        _process = Process.Start(new ProcessStartInfo(Program, string.Create(
            CultureInfo.InvariantCulture,
            $"{_options.Replace("{port}", $"{_port}", StringComparison.Ordinal)} --bind 127.0.0.1 --dir {_folder.FullName} --appendonly yes --appendfsync everysec --daemonize no --loglevel warning --logfile redis.log")))!;
        var began = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            Assert.False(_process.HasExited || began.Elapsed > Patience, $"Redis does not answer: {ReadLog()}");
            await Task.Delay(20);
        }
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Lets it neither answer nor go away.</summary>
    public void Pause() => Signal(SigStop);

    public void Resume() => Signal(SigContinue);

    /// <summary>Every key with its value, as bytes read as Latin-1 text.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DumpAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Configuration);
        var database = connection.GetDatabase();
        var all = new Dictionary<string, string>();
        await foreach (var key in connection.GetServers()[0].KeysAsync())
        {
            var values = await database.KeyTypeAsync(key) switch
            {
                RedisType.Hash => (await database.HashGetAllAsync(key)).SelectMany(entry => new[] { entry.Name, entry.Value }),
                RedisType.List => await database.ListRangeAsync(key),
                RedisType.SortedSet => await database.SortedSetRangeByRankAsync(key),
                _ => [await database.StringGetAsync(key)],
            };
            all[key.ToString()] = string.Join('\n', values.Select(value => System.Text.Encoding.Latin1.GetString((byte[])value!)));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            Resume();
            await KillAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Runs a command on it, as an administrator does.</summary>
    public async Task<string> AdministerAsync(params string[] command)
    {
        using var client = Process.Start(new ProcessStartInfo("/usr/bin/redis-cli", ["-p", _port.ToString(CultureInfo.InvariantCulture), .. command])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        Assert.True(client.ExitCode == 0 && !answer.StartsWith("ERR", StringComparison.Ordinal), $"{string.Join(' ', command)}: {answer}");
        return answer;
    }

    /// <summary>Waits until this replica has what its master has now: what it does not have dies with the master.</summary>
    public async Task CatchUpAsync(RedisServer master)
    {
        var wanted = await OffsetAsync(master);
        var began = Stopwatch.StartNew();
        while (await OffsetAsync(this) < wanted)
        {
            Assert.True(began.Elapsed < Patience, "the replica does not catch up");
            await Task.Delay(20);
        }

        static async Task<long> OffsetAsync(RedisServer server) => long.Parse(
            (await server.AdministerAsync("INFO", "replication")).Split('\n').First(line => line.StartsWith("master_repl_offset:", StringComparison.Ordinal)).Split(':')[1],
            CultureInfo.InvariantCulture);
    }

    // A cluster uses the port that is 10,000 above it as well.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            if (((IPEndPoint)listener.LocalEndpoint).Port is var port and < 55_000)
            {
                return port;
            }
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            if (_options.Contains("--tls-port", StringComparison.Ordinal))
            {
                // It says nothing to who does not.
                return true;
            }

            await using var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[7];
            await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false);

            // -LOADING is no answer yet.
            return answer.AsSpan().SequenceEqual("+PONG\r\n"u8) || answer.AsSpan().SequenceEqual("-NOAUTH"u8);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private string ReadLog() => Path.Combine(_folder.FullName, "redis.log") is var log && File.Exists(log) ? File.ReadAllText(log) : "it has no log";

    private void Signal(int signal) => Assert.Equal(0, Kill(_process!.Id, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int id, int signal);
}
