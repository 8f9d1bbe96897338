using System.Collections.Concurrent;
using System.Diagnostics;
using System.Xml.Linq;
using DoOAuth.Redis.Tests.Harness;
using DoOAuth.Sandbox;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>The app with every feature as native code, with a sandbox and a Redis server of its own.</summary>
internal sealed class NativeApp : IAsyncDisposable
{
    private const string ListeningOn = "Now listening on: ";

    private readonly TemplateHive _hive;
    private readonly DigitalOceanSandbox _sandbox;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NativeApp(TemplateHive hive, DigitalOceanSandbox sandbox, RedisServer redis, string executable)
    {
        (_hive, _sandbox, Redis) = (hive, sandbox, redis);
        var start = new ProcessStartInfo(executable, ["--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(executable)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in (IEnumerable<KeyValuePair<string, string?>>)
            [.. sandbox.Configuration, .. sandbox.ConfigurationFor("Back"), new("ConnectionStrings:Redis", redis.Configuration)])
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the app answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The server that it keeps keys, tokens and sessions in.</summary>
    public RedisServer Redis { get; }

    /// <summary>All that it has printed so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Publishes the app and starts it.</summary>
    public static async Task<NativeApp> StartAsync()
    {
        var hive = new TemplateHive();
        await hive.InitializeAsync();
        var folder = Path.Combine(hive.Apps, "EveryFeature");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "EndToEnd", "EveryFeature")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await Dotnet.RunAsync(folder, "publish", "-o", "published", "-v", "q", "--nologo",
            $"-p:DoOAuthVersion={await Packages.VersionAsync()}", $"-p:OpenApiVersion={OpenApiVersion()}");
        var app = new NativeApp(hive, await DigitalOceanSandbox.StartAsync(), await RedisServer.StartAsync(), Path.Combine(folder, "published", "EveryFeature"));
        await app._address.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Redis.DisposeAsync();
        await _sandbox.DisposeAsync();
        await _hive.DisposeAsync();
    }

    // The one that scaffolded apps have.
    private static string OpenApiVersion() => XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
        .Single(package => (string?)package.Attribute("Include") == "Microsoft.AspNetCore.OpenApi").Attribute("Version")!.Value;

    private void Append(string? line)
    {
        _log.Enqueue(line ?? "");
        if (line?.IndexOf(ListeningOn, StringComparison.Ordinal) is { } at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + ListeningOn.Length)..].Trim()));
        }
    }
}
