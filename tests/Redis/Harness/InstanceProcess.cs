using System.Diagnostics;

namespace DoOAuth.Redis.Tests.Harness;

/// <summary>The app of tests/RedisInstance in a process of its own, which can be killed in the middle of anything.</summary>
internal sealed class InstanceProcess : IAsyncDisposable
{
    private const string Announcement = "listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private InstanceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static Task<InstanceProcess> StartAsync(RedisServer redis, IEnumerable<KeyValuePair<string, string?>> configuration) =>
        StartAsync([new("ConnectionStrings:Redis", redis.Configuration), .. configuration]);

    public static async Task<InstanceProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> configuration)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RedisInstance.dll"));
        foreach (var (key, value) in configuration)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        // Compiled once and quickly: what counts here is that it starts soon.
        start.Environment["TieredPGO"] = "0";
        var process = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                {
                    _ = DrainAsync(process.StandardOutput);
                    return new InstanceProcess(process, new Uri(line[Announcement.Length..]));
                }
            }

            throw new InvalidOperationException("The instance ended before it listened.");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Kills it, without any warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    // A full pipe would hold it up.
    private static async Task DrainAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is not null)
        {
        }
    }
}
