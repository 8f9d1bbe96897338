#:property PublishAot=false

// Packs this clone, creates an app from the packed template, starts it with the sandbox, and prints the address to open.
// All files are written to artifacts/try. All processes that it starts end with it.

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;

const string Usage = """
    Tries DoOAuth: packs it, creates an app from the packed template, and starts the app with the sandbox.

        dotnet eng/try.cs [options]

      --name NAME   the app's name (default: MyApp)
      --port PORT   the app's port on this machine (default: a free port)

        dotnet eng/try.cs help      prints this text

    The last line is the address to open. Press Ctrl+C to stop the app and the sandbox.
    """;

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var trial = Path.Combine(root, "artifacts", "try");
var packages = Path.Combine(trial, "packages");
using var ending = new CancellationTokenSource();
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

try
{
    var (name, port) = ReadOptions(args);
    if (name is null)
    {
        await Console.Out.WriteLineAsync(Usage);
        return 0;
    }

    _ = EndWithParentAsync();
    using var only = TakeTrialFolder();
    await CheckRuntimeAsync();
    port ??= FreePort();
    CheckPort(port.Value);

    await PackAsync();
    var app = await ScaffoldAsync(name, port.Value);
    return await RunAsync(app, new Uri($"http://localhost:{port}"));
}
catch (TrialException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    return 130;
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.Cancel();
}

// The parent process, `dotnet eng/try.cs`, does not forward all signals (SIGHUP, SIGKILL), so stop when it is gone.
async Task EndWithParentAsync()
{
    if (!OperatingSystem.IsLinux())
    {
        return;
    }

    static string Parent() => File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[1];
    var parent = Parent();
    while (parent == Parent())
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500));
    }

    await ending.CancelAsync();
}

static (string? Name, int? Port) ReadOptions(string[] args)
{
    string? name = "MyApp";
    int? port = null;
    for (var i = 0; i < args.Length; i++)
    {
        string Value() => ++i < args.Length ? args[i] : throw new TrialException($"{args[i - 1]} needs a value. See dotnet eng/try.cs help.");
        switch (args[i])
        {
            case "help" or "--help" or "-h":
                return (null, null);
            case "--name":
                name = Value();
                if (name.Length == 0 || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.StartsWith('-') || name is "." or "..")
                {
                    throw new TrialException($"--name '{name}': an app's name must be a valid file name, such as MyApp.");
                }

                break;
            case "--port":
                var text = Value();
                port = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= IPEndPoint.MaxPort
                    ? number
                    : throw new TrialException($"--port '{text}': a port is a number from 1 to {IPEndPoint.MaxPort}.");
                break;
            default:
                throw new TrialException($"'{args[i]}' is not an option. See dotnet eng/try.cs help.");
        }
    }

    return (name, port);
}

FileStream TakeTrialFolder()
{
    Directory.CreateDirectory(trial);
    try
    {
        return new FileStream(Path.Combine(trial, "lock"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    }
    catch (IOException)
    {
        throw new TrialException($"Another eng/try.cs is running from this clone ({trial} is in use). Stop it first.");
    }
}

async Task CheckRuntimeAsync()
{
    var runtimes = await CaptureAsync(root, "--list-runtimes");
    if (!runtimes.Contains("Microsoft.AspNetCore.App 10.", StringComparison.Ordinal))
    {
        throw new TrialException("The ASP.NET Core 10 runtime is missing (dotnet --list-runtimes does not list Microsoft.AspNetCore.App 10.x). Install the .NET 10 SDK: https://dot.net/download");
    }
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}

static void CheckPort(int port)
{
    try
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
    catch (SocketException problem)
    {
        throw new TrialException(problem.SocketErrorCode == SocketError.AccessDenied
            ? $"Access to port {port} is denied. Choose a port above 1023: dotnet eng/try.cs --port 5080"
            : $"Port {port} is in use by another program. Stop that program, or choose another port: dotnet eng/try.cs --port {FreePort()}");
    }
}

// Each run has its own version. Otherwise NuGet would use the packages of an earlier run from its folder.
async Task PackAsync()
{
    Console.WriteLine("Packing DoOAuth, the sandbox and the templates …");
    foreach (var old in new[] { packages, Path.Combine(trial, "hive"), Path.Combine(trial, "app") })
    {
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").First().Value;
    var stamp = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    await DotnetAsync(root, "pack", "pack.proj", "-c", "Release", "-o", packages, $"-p:PackageVersion={version}-try.{stamp}", "-v", "q", "--nologo");
}

async Task<string> ScaffoldAsync(string name, int port)
{
    Console.WriteLine($"Creating the app {name} from the template …");
    var folders = await CaptureAsync(root, "nuget", "locals", "global-packages", "--list");
    var cached = folders[(folders.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    // The packages of this run, separate from the user's own packages, which are only read.
    Directory.CreateDirectory(cached);
    var config = new XDocument(new XElement("configuration",
        new XElement("config", Add("globalPackagesFolder", Path.Combine(trial, "nuget"))),
        new XElement("fallbackPackageFolders", Add("cached", cached)),
        new XElement("packageSources", Add("trial", packages))));
    config.Save(Path.Combine(trial, "NuGet.config"));

    // The app is inside this clone, but must be built as if it were outside of it.
    foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
    {
        new XDocument(new XElement("Project")).Save(Path.Combine(trial, file));
    }

    foreach (var old in Directory.Exists(Path.Combine(trial, "nuget")) ? Directory.GetDirectories(Path.Combine(trial, "nuget"), "dooauth*") : [])
    {
        Directory.Delete(old, recursive: true);
    }

    var hive = Path.Combine(trial, "hive");
    var template = Directory.GetFiles(packages, "DoOAuth.Templates.*.nupkg").Single();
    await DotnetAsync(trial, "new", "install", template, "--debug:custom-hive", hive);
    var app = Path.Combine(trial, "app", name);
    await DotnetAsync(trial, "new", "do-oauth", "-n", name, "-o", app, "--no-update-check", "--debug:custom-hive", hive);

    var settings = Path.Combine(app, "Properties", "launchSettings.json");
    var text = await File.ReadAllTextAsync(settings, ending.Token);
    var addresses = JsonDocument.Parse(text).RootElement.GetProperty("profiles").GetProperty("DigitalOcean").GetProperty("applicationUrl").GetString()!;
    var generated = addresses.Split(';').Single(address => address.StartsWith("http:", StringComparison.Ordinal));
    await File.WriteAllTextAsync(settings, text.Replace(generated, $"http://localhost:{port}", StringComparison.Ordinal), ending.Token);
    return app;

    static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}

async Task<int> RunAsync(string app, Uri address)
{
    Console.WriteLine("Starting the app with the sandbox …");
    using var process = Start(app, "run");
    var log = Path.Combine(trial, "app.log");
    var logging = LogAsync(process.StandardOutput, process.StandardError, log);
    try
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var patience = Stopwatch.StartNew();
        while (!await AnswersAsync(client, address))
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(3))
            {
                await Task.WhenAny(logging, Task.Delay(TimeSpan.FromSeconds(1)));
                throw new TrialException($"The app did not start. The end of its log, {log}:\n\n{Tail(log)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ending.Token);
        }

        Console.WriteLine($"The app is in {app}, and its log is {log}. Press Ctrl+C to stop the app and the sandbox.");
        Console.WriteLine($"Open {address.AbsoluteUri}");
        await process.WaitForExitAsync(ending.Token);
        throw new TrialException($"The app has stopped. The end of its log, {log}:\n\n{Tail(log)}");
    }
    finally
    {
        EndTree(process);
        await logging;
    }
}

async Task<bool> AnswersAsync(HttpClient client, Uri address)
{
    try
    {
        using var answer = await client.GetAsync(address, ending.Token);
        return answer.IsSuccessStatusCode;
    }
    catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !ending.IsCancellationRequested))
    {
        return false;
    }
}

async Task DotnetAsync(string folder, params string[] arguments)
{
    using var process = Start(folder, arguments);
    var log = Path.Combine(trial, arguments[0] + ".log");
    var logging = LogAsync(process.StandardOutput, process.StandardError, log);
    try
    {
        await process.WaitForExitAsync(ending.Token);
    }
    finally
    {
        EndTree(process);
        await logging;
    }

    if (process.ExitCode != 0)
    {
        throw new TrialException($"dotnet {string.Join(' ', arguments)} failed:\n\n{Tail(log)}");
    }
}

async Task<string> CaptureAsync(string folder, params string[] arguments)
{
    using var process = Start(folder, arguments);
    var text = await process.StandardOutput.ReadToEndAsync(ending.Token);
    await process.WaitForExitAsync(ending.Token);
    return text;
}

Process Start(string folder, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    if (folder != root)
    {
        // It would override this run's NuGet.config.
        start.Environment.Remove("NUGET_PACKAGES");
    }

    // Build servers would keep running after this command, except the compiler of a test run, which eng/test.cs stops.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["UseSharedCompilation"] = Environment.GetEnvironmentVariable("SharedCompilationId") is null ? "false" : "true";
    start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
    try
    {
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
    catch (System.ComponentModel.Win32Exception)
    {
        throw new TrialException("The command dotnet is not on the PATH. Install the .NET 10 SDK: https://dot.net/download");
    }
}

static async Task LogAsync(StreamReader output, StreamReader errors, string path)
{
    using var gate = new SemaphoreSlim(1);
    await using var log = new StreamWriter(path) { AutoFlush = true };
    await Task.WhenAll(CopyAsync(output), CopyAsync(errors));

    async Task CopyAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            await gate.WaitAsync();
            await log.WriteLineAsync(line);
            gate.Release();
        }
    }
}

static string Tail(string log) => File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(30)) : "";

static void EndTree(Process process)
{
    if (!process.HasExited)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
    }
}

internal sealed class TrialException(string message) : Exception(message);
