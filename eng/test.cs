#:property PublishAot=false

// Builds once, packs, runs every test project, and ends with one line: N passed, N failed, N skipped.
// All files are written to artifacts/test: a log for each step, results, and the browser's screenshots.

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;

const string Usage = """
    Builds DoOAuth, packs it, and runs its tests.

        dotnet eng/test.cs [options]

      --only A,B        run only these test projects (folders under tests/), such as Generator,Runtime
      --filter EXPR     run only the tests that match, as in dotnet test --filter
      --no-install      install nothing; skip each test that needs a missing Debian program, and print its name
      --long            run the long form of suites that have one: minutes instead of seconds
      --pictures        update the pictures under docs/images with the browser test, and run nothing else

        dotnet eng/test.cs help      prints this text

    Ends with one line: N passed, N failed, N skipped. The exit code is 0 only if nothing failed and every project ran a test.
    """;

const string Solution = "DoOAuthTemplates.sln";
const string Browser = "/usr/bin/chromium";
const string Redis = "/usr/bin/redis-server";
const string Sentinel = "/usr/bin/redis-sentinel";

// Needed to link native programs: the long form publishes the apps of the templates as native code.
const string Linker = "/usr/bin/clang";
const string Compression = "/usr/include/zlib.h";

// The configuration that is packed, so that the tests run what is released and nothing is compiled twice.
const string Configuration = "Release";

// The slowest suites start first, so that the run does not wait for them at the end. New projects do not have to be listed.
string[] longestFirst = ["Docs", "Templates", "EndToEnd", "Redis", "Clients", "format", "Samples", "Attacks", "Analyzers", "Architecture", "Runtime", "Generator", "Sandbox", "Data"];

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var work = Path.Combine(root, "artifacts", "test");
var packages = Path.Combine(work, "packages");
var tally = new Tally();
var compiler = new WarmCompiler(root);
var lanes = new SemaphoreSlim(Math.Clamp(Environment.ProcessorCount, 1, 4));
var running = new ConcurrentDictionary<Process, string>();
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => EndAll());
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => EndAll());

var options = Options.Read(args, Usage, Directory.GetDirectories(Path.Combine(root, "tests"))
    .Select(folder => Path.GetFileName(folder))
    .Where(name => File.Exists(ProjectOf(name)))
    .Order(StringComparer.Ordinal)
    .ToList());
if (options.Message is { } message)
{
    await Console.Out.WriteLineAsync(message);
    return message == Usage ? 0 : 2;
}

if (Directory.Exists(work))
{
    Directory.Delete(work, recursive: true);
}

Directory.CreateDirectory(work);
var missing = options.NoInstall ? FindMissing() : [];
var installing = options.NoInstall ? Task.FromResult(true) : InstallAsync();
var built = await BuildAsync() && await PackAsync();
if (await installing && built)
{
    await TestAllAsync();
    if (options.Filter is not null && tally.Total == 0)
    {
        tally.Fail($"No test matches --filter {options.Filter}");
    }
}

compiler.End();
await Console.Out.WriteLineAsync();
await Console.Out.WriteLineAsync(tally.ToString());
return tally.Failed == 0 ? 0 : 1;

string ProjectOf(string name) => Path.Combine(root, "tests", name, $"{name}.Tests.csproj");

void EndAll()
{
    foreach (var process in running.Keys)
    {
        process.Kill(entireProcessTree: true);
    }

    compiler.End();
}

// Runs suites in parallel, because each of them spends half of its time waiting. Reports them in the order of their names.
async Task TestAllAsync()
{
    string[] titles = options.Partial ? [.. options.Projects] : ["format", .. options.Projects];
    var steps = titles.OrderBy(title => Array.IndexOf(longestFirst, title) is var place and >= 0 ? place : int.MaxValue)
        .ToDictionary(title => title, title => InLaneAsync(() => title == "format" ? CheckFormatAsync() : TestAsync(title)));
    foreach (var title in titles)
    {
        var step = await steps[title];
        await TellAsync(step);
        if (title == "format")
        {
            CountFormat(step);
        }
        else if (missing.TryGetValue(title, out var reason))
        {
            CountSkipped(step, reason);
        }
        else
        {
            CountTests(step);
        }
    }
}

async Task<Step> InLaneAsync(Func<Task<Step>> run)
{
    await lanes.WaitAsync();
    try
    {
        return await run();
    }
    finally
    {
        lanes.Release();
    }
}

// Checks whitespace and style only. Other analyzers report warnings, which already fail the build.
async Task<Step> CheckFormatAsync()
{
    // Also checks the code that this solution's generators write, which exists in this configuration.
    (string, string?)[] environment = [("Configuration", Configuration)];
    var spaces = await ExecuteAsync("format", "dotnet", environment, ["format", "whitespace", Solution, "--verify-no-changes", "--no-restore"]);
    if (!spaces.Succeeded)
    {
        return spaces;
    }

    var style = await ExecuteAsync("format", "dotnet", environment, ["format", "style", Solution, "--verify-no-changes", "--no-restore"]);
    return style with { Time = spaces.Time + style.Time };
}

// Counts as a test, but only if all tests are run.
void CountFormat(Step format)
{
    if (format.Succeeded)
    {
        tally.Pass();
    }
    else
    {
        tally.Fail($"The code is not formatted. Run: dotnet format {Solution}", format.Problems());
    }
}

async Task<bool> BuildAsync()
{
    var build = await RunAsync("build", "build", Solution, "-c", Configuration, "-v", "q", "--nologo");
    return build.Succeeded || tally.Fail("The build failed", build.Problems());
}

// Each run has its own version. Otherwise NuGet would use the packages of an earlier run from its folder.
async Task<bool> PackAsync()
{
    if (!options.Projects.Any(name => name is "Templates" or "EndToEnd"))
    {
        return true;
    }

    var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").First().Value;
    var stamp = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    var pack = await RunAsync("pack", "pack", "pack.proj", "-c", Configuration, "-o", packages, $"-p:PackageVersion={version}-test.{stamp}", "-v", "q", "--nologo");
    return pack.Succeeded || tally.Fail("Packing failed", pack.Problems());
}

// For each test project that cannot run here, why. Docs runs what pages say in a shell, with paths and signals as Debian has them.
Dictionary<string, string> FindMissing()
{
    (string Project, string Name, bool IsThere)[] needs =
    [
        ("EndToEnd", $"Chromium at {Browser}", File.Exists(Browser)),
        ("Samples", $"Chromium at {Browser}", File.Exists(Browser)),
        ("EndToEnd", $"Redis at {Redis}", File.Exists(Redis)),
        ("Redis", $"Redis at {Redis}", File.Exists(Redis)),
        ("Redis", $"Redis Sentinel at {Sentinel}", File.Exists(Sentinel)),
        ("Docs", "the shell and the signals of Linux", OperatingSystem.IsLinux()),
    ];
    return needs.Where(need => !need.IsThere).GroupBy(need => need.Project)
        .ToDictionary(project => project.Key, project => $"needs {string.Join(" and ", project.Select(need => need.Name))}");
}

// One after the other, because apt-get takes a lock.
async Task<bool> InstallAsync() => await InstallFromDebianAsync("EndToEnd", "chromium", Browser)
    && await InstallFromDebianAsync("Samples", "chromium", Browser)
    && await InstallClientsAsync()
    && await InstallFromDebianAsync("Redis", "redis-server", Redis)
    && await InstallFromDebianAsync("Redis", "redis-sentinel", Sentinel)
    && (!options.Long || (await InstallFromDebianAsync("EndToEnd", "clang", Linker) && await InstallFromDebianAsync("EndToEnd", "zlib1g-dev", Compression)
        && await InstallFromDebianAsync("EndToEnd", "redis-server", Redis)));

// A client that cannot be installed is no failure: its tests are skipped with the reason.
async Task<bool> InstallClientsAsync()
{
    if (options.Projects.Contains("Clients"))
    {
        await TellAsync(await ExecuteAsync("clients", "sh", [], [Path.Combine(root, "tests", "Clients", "install.sh")]));
    }

    return true;
}

async Task<bool> InstallFromDebianAsync(string neededBy, string package, string program)
{
    if (!options.Projects.Contains(neededBy) || File.Exists(program))
    {
        return true;
    }

    if (!File.Exists("/usr/bin/apt-get"))
    {
        return tally.Fail($"The tests of {neededBy} need {program}, and apt-get is not available to install it. Install it, or skip these tests: dotnet eng/test.cs --no-install");
    }

    var apt = $"{(Environment.IsPrivilegedProcess ? "" : "sudo -n ")}apt-get -o DPkg::Lock::Timeout=300";
    var install = await ExecuteAsync(package, "sh", [("DEBIAN_FRONTEND", "noninteractive")],
        ["-c", $"{apt} install -y -q {package} || ({apt} update -q && {apt} install -y -q {package})"]);
    await TellAsync(install);
    return install.Succeeded && File.Exists(program)
        || tally.Fail($"The tests of {neededBy} need {package}, but this command failed: {apt} install {package}", install.Problems());
}

Task<Step> TestAsync(string name)
{
    var results = Path.Combine(work, name);
    var tests = Path.Combine(root, "tests", name, "bin", Configuration, "net10.0", $"{name}.Tests.dll");
    List<string> arguments = missing.ContainsKey(name)
        ? ["test", tests, "--nologo", "--list-tests"]
        : ["test", tests, "--nologo", "--results-directory", results, "--logger", "trx;LogFileName=results.trx"];
    if (options.Filter is { } filter)
    {
        arguments.AddRange(["--filter", filter]);
    }

    return ExecuteAsync(name, "dotnet",
        [
            ("DOOAUTH_PACKAGES", packages), ("DOOAUTH_RESULTS", results),
            ("DOOAUTH_PICTURES", options.Pictures ? Path.Combine(root, "docs", "images") : null), ("DOOAUTH_LONG", options.Long ? "1" : Environment.GetEnvironmentVariable("DOOAUTH_LONG")),
        ],
        [.. arguments]);
}

// The tests of a project that cannot run here have been listed instead.
void CountSkipped(Step step, string reason)
{
    var names = File.ReadLines(step.Log).Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
    if (!step.Succeeded || names.Count == 0)
    {
        tally.Fail($"The tests of {step.Title} could not be listed", step.Problems());
    }

    foreach (var name in names)
    {
        tally.Skip(name, reason);
    }
}

void CountTests(Step step)
{
    var trx = Path.Combine(work, step.Title, "results.trx");
    var (ran, failed) = File.Exists(trx) ? tally.Add(XDocument.Load(trx)) : (0, 0);
    if (ran == 0 && options.Filter is null)
    {
        tally.Fail($"{step.Title} ran no test", step.Problems());
    }
    else if (!step.Succeeded && failed == 0)
    {
        // A test host that crashes can leave results without failures.
        tally.Fail($"{step.Title} ended with exit code {step.ExitCode}", step.Problems());
    }
}

async Task<Step> RunAsync(string title, params string[] arguments)
{
    var step = await ExecuteAsync(title, "dotnet", [], arguments);
    await TellAsync(step);
    return step;
}

Task TellAsync(Step step)
    => Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{step.Title,-12} {step.Time.TotalSeconds,6:0.0} s  {(step.Succeeded ? "ok" : "failed")}"));

async Task<Step> ExecuteAsync(string title, string program, (string Name, string? Value)[] environment, string[] arguments)
{
    var watch = Stopwatch.StartNew();
    var log = Path.Combine(work, title + ".log");
    var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log, program, .. arguments]) { WorkingDirectory = root };
    foreach (var (name, value) in environment)
    {
        start.Environment[name] = value;
    }

    // MSBuild nodes of an earlier step would lock files that a later step writes.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    compiler.Serve(start);
    using var process = Process.Start(start)!;
    running[process] = title;
    await process.WaitForExitAsync();
    running.TryRemove(process, out _);
    return new Step(title, process.ExitCode, log, watch.Elapsed);
}

/// <summary>A completed command and the location of its output.</summary>
internal sealed record Step(string Title, int ExitCode, string Log, TimeSpan Time)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The useful part of the output: each error once, or the last lines if there are no errors.</summary>
    public string Problems()
    {
        var lines = File.ReadAllLines(Log);
        var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().Take(25).ToList();
        return string.Join('\n', errors.Count > 0 ? errors : lines.TakeLast(25)) + $"\n(full output: {Log})";
    }
}

/// <summary>
/// One compiler server for everything that this run compiles, including the apps that tests create. Otherwise each compilation would
/// start a cold compiler, which takes several times as long. The server has its own name and stops at the end of the run.
/// </summary>
internal sealed class WarmCompiler(string root)
{
    private readonly string _name = $"dooauth-test-{Environment.ProcessId}";

    /// <summary>Makes a command, and all processes that it starts, use this compiler.</summary>
    public void Serve(ProcessStartInfo start)
    {
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = _name;
    }

    /// <summary>Stops the compiler if it is running.</summary>
    public void End()
    {
        var folder = Run("msbuild", "pack.proj", "-getProperty:RoslynTargetsPath").Trim();
        Run("exec", Path.Combine(folder, "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{_name}");
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed;
    }
}

/// <summary>The parsed command line, or a message if it is not valid.</summary>
internal sealed record Options(IReadOnlyList<string> Projects, string? Filter, bool Pictures, bool Long, string? Message)
{
    public bool Partial { get; private init; }

    public bool NoInstall { get; private init; }

    public static Options Read(string[] args, string usage, IReadOnlyList<string> all)
    {
        var options = new Options(all, null, Pictures: false, Long: false, null);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "help" or "--help" or "-h":
                    return options with { Message = usage };
                case "--pictures":
                    options = options with { Projects = ["EndToEnd"], Filter = "FullyQualifiedName~PicturesForTheDocs", Pictures = true, Partial = true };
                    break;
                case "--no-install":
                    options = options with { NoInstall = true };
                    break;
                case "--long":
                    options = options with { Long = true };
                    break;
                case "--only" or "--filter" when value is null:
                    return options with { Message = $"{args[i]} needs a value. See dotnet eng/test.cs help" };
                case "--only":
                    var names = value!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    if (names.Except(all).FirstOrDefault() is { } unknown || names.Length == 0)
                    {
                        return options with { Message = $"--only {value}: the test projects are {string.Join(", ", all)}" };
                    }

                    options = options with { Projects = names, Partial = true };
                    i++;
                    break;
                case "--filter":
                    options = options with { Filter = value, Partial = true };
                    i++;
                    break;
                default:
                    return options with { Message = $"'{args[i]}' is not an option. See dotnet eng/test.cs help" };
            }
        }

        return options;
    }
}

/// <summary>The counts in the last line. Prints failures when it counts them.</summary>
internal sealed class Tally
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private int _passed;
    private int _skipped;

    public int Failed { get; private set; }

    public int Total => _passed + Failed + _skipped;

    public void Pass() => _passed++;

    public void Skip(string test, string reason)
    {
        _skipped++;
        Console.WriteLine($"skipped {test}: {reason}");
    }

    public bool Fail(string what, string details = "")
    {
        Failed++;
        Console.WriteLine($"\nFAILED {what}\n{details}\n");
        return false;
    }

    public (int Ran, int Failed) Add(XDocument results)
    {
        var (ran, failed) = (0, 0);
        foreach (var result in results.Descendants(Trx + "UnitTestResult"))
        {
            TellFigures(result);
            var outcome = (string?)result.Attribute("outcome");
            if (outcome == "NotExecuted")
            {
                Skip((string?)result.Attribute("testName") ?? "a test without a name", result.Descendants(Trx + "Message").FirstOrDefault()?.Value ?? "no reason given");
                continue;
            }

            ran++;
            if (outcome == "Passed")
            {
                _passed++;
                continue;
            }

            failed++;
            var error = result.Descendants(Trx + "ErrorInfo").FirstOrDefault();
            var stack = (error?.Element(Trx + "StackTrace")?.Value ?? "").Split('\n').Take(6);
            Fail((string?)result.Attribute("testName") ?? "a test without a name", $"{error?.Element(Trx + "Message")?.Value}\n{string.Join('\n', stack)}");
        }

        return (ran, failed);
    }

    // Some suites measure figures, and print them in lines that begin like this.
    private static void TellFigures(XElement result)
    {
        var printed = result.Descendants(Trx + "StdOut").FirstOrDefault()?.Value ?? "";
        foreach (var line in printed.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith("Figures: ", StringComparison.Ordinal)))
        {
            Console.WriteLine($"             {line["Figures: ".Length..]}");
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {Failed} failed, {_skipped} skipped");
}
