#:property PublishAot=false

// Builds once, packs once, runs every test project, and ends with one line: N passed, N failed, N skipped.
// Everything it makes lies under artifacts/test: a log per step, results, and the browser's pictures.

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml.Linq;

const string Usage = """
    Builds DoOAuth once, packs it once, and runs its tests.

        dotnet eng/test.cs [options]

      --only A,B        these test projects alone (folders under tests/), such as Generator,Runtime
      --filter EXPR     these tests alone, in the words of dotnet test --filter
      --pictures        renews the pictures under docs/images from the browser test, and runs nothing else

        dotnet eng/test.cs help      prints this text

    Ends with one line, N passed, N failed, N skipped. The exit code is 0 only where nothing failed and every project ran a test.
    """;

const string Solution = "DoOAuthTemplates.sln";
const string Browser = "/usr/bin/chromium";

var root = Path.GetFullPath(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, ".."));
var work = Path.Combine(root, "artifacts", "test");
var packages = Path.Combine(work, "packages");
var tally = new Tally();
Process? running = null;
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => running?.Kill(entireProcessTree: true));
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => running?.Kill(entireProcessTree: true));

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
var ready = await BuildAsync()
    && await CheckFormatAsync()
    && await PackAsync()
    && await InstallBrowserAsync();
if (ready)
{
    foreach (var name in options.Projects)
    {
        await TestAsync(name);
    }

    if (options.Filter is not null && tally.Total == 0)
    {
        tally.Fail($"No test matches --filter {options.Filter}");
    }
}

await Console.Out.WriteLineAsync();
await Console.Out.WriteLineAsync(tally.ToString());
return tally.Failed == 0 ? 0 : 1;

string ProjectOf(string name) => Path.Combine(root, "tests", name, $"{name}.Tests.csproj");

// Counted as a test, and only in a whole run: who asks for some tests wants those. After the build, since it judges code
// that the generators of this solution write too.
async Task<bool> CheckFormatAsync()
{
    if (options.Partial)
    {
        return true;
    }

    var format = await RunAsync("format", [], "format", Solution, "--verify-no-changes", "--no-restore");
    if (format.Succeeded)
    {
        tally.Pass();
    }
    else
    {
        tally.Fail($"The code is not formatted; run: dotnet format {Solution}", format.Problems());
    }

    return true;
}

async Task<bool> BuildAsync()
{
    var build = await RunAsync("build", [], "build", Solution, "-v", "q", "--nologo");
    return build.Succeeded || tally.Fail("The build failed", build.Problems());
}

// A version of its own for each run: NuGet would otherwise take the packages of an earlier one from its folder.
async Task<bool> PackAsync()
{
    if (!options.Projects.Any(name => name is "Templates" or "EndToEnd"))
    {
        return true;
    }

    var version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").First().Value;
    var stamp = DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    var pack = await RunAsync("pack", [], "pack", "pack.proj", "-c", "Release", "-o", packages, $"-p:PackageVersion={version}-test.{stamp}", "-v", "q", "--nologo");
    return pack.Succeeded || tally.Fail("Packing failed", pack.Problems());
}

async Task<bool> InstallBrowserAsync()
{
    if (!options.Projects.Contains("EndToEnd") || File.Exists(Browser))
    {
        return true;
    }

    if (!File.Exists("/usr/bin/apt-get"))
    {
        return tally.Fail($"The browser tests need Chromium at {Browser}, and there is no apt-get to install it with. Install it, or leave them out: dotnet eng/test.cs --only Runtime");
    }

    var apt = Environment.IsPrivilegedProcess ? "apt-get" : "sudo -n apt-get";
    var install = await ExecuteAsync("chromium", "sh", [("DEBIAN_FRONTEND", "noninteractive")],
        ["-c", $"{apt} install -y -q chromium || ({apt} update -q && {apt} install -y -q chromium)"]);
    return install.Succeeded && File.Exists(Browser)
        || tally.Fail($"Chromium, which the browser tests need, could not be installed with {apt} install chromium", install.Problems());
}

async Task TestAsync(string name)
{
    var results = Path.Combine(work, name);
    List<string> arguments = ["test", ProjectOf(name), "--no-build", "--nologo", "--results-directory", results, "--logger", "trx;LogFileName=results.trx"];
    if (options.Filter is { } filter)
    {
        arguments.AddRange(["--filter", filter]);
    }

    var step = await RunAsync(name,
        [("DOOAUTH_PACKAGES", packages), ("DOOAUTH_RESULTS", results), ("DOOAUTH_PICTURES", options.Pictures ? Path.Combine(root, "docs", "images") : null)],
        [.. arguments]);
    var trx = Path.Combine(results, "results.trx");
    var (ran, failed) = File.Exists(trx) ? tally.Add(XDocument.Load(trx)) : (0, 0);
    if (ran == 0 && options.Filter is null)
    {
        tally.Fail($"{name} ran no test", step.Problems());
    }
    else if (!step.Succeeded && failed == 0)
    {
        // A crashed test host leaves results that look fine.
        tally.Fail($"{name} ended with exit code {step.ExitCode}", step.Problems());
    }
}

Task<Step> RunAsync(string title, (string Name, string? Value)[] environment, params string[] arguments)
    => ExecuteAsync(title, "dotnet", environment, arguments);

async Task<Step> ExecuteAsync(string title, string program, (string Name, string? Value)[] environment, string[] arguments)
{
    var watch = Stopwatch.StartNew();
    var log = Path.Combine(work, title + ".log");
    var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log, program, .. arguments]) { WorkingDirectory = root };
    foreach (var (name, value) in environment)
    {
        start.Environment[name] = value;
    }

    // Build servers of an earlier step would hold on to files that a later one writes.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    using var process = Process.Start(start)!;
    running = process;
    await process.WaitForExitAsync();
    running = null;
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{title,-12} {watch.Elapsed.TotalSeconds,6:0.0} s  {(process.ExitCode == 0 ? "ok" : "failed")}"));
    return new Step(process.ExitCode, log);
}

/// <summary>A command that has ended, and where its output is.</summary>
internal sealed record Step(int ExitCode, string Log)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>What of the output a person needs: the errors once each, or else the last lines.</summary>
    public string Problems()
    {
        var lines = File.ReadAllLines(Log);
        var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().Take(25).ToList();
        return string.Join('\n', errors.Count > 0 ? errors : lines.TakeLast(25)) + $"\n(all of it: {Log})";
    }
}

/// <summary>What was asked for; a message where that cannot be done.</summary>
internal sealed record Options(IReadOnlyList<string> Projects, string? Filter, bool Pictures, string? Message)
{
    public bool Partial { get; private init; }

    public static Options Read(string[] args, string usage, IReadOnlyList<string> all)
    {
        var options = new Options(all, null, false, null);
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
                case "--only" or "--filter" when value is null:
                    return options with { Message = $"{args[i]} needs a value; see dotnet eng/test.cs help" };
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
                    return options with { Message = $"'{args[i]}' is not an option; see dotnet eng/test.cs help" };
            }
        }

        return options;
    }
}

/// <summary>The counts of the last line. Failures are printed as they are counted.</summary>
internal sealed class Tally
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private int _passed;
    private int _skipped;

    public int Failed { get; private set; }

    public int Total => _passed + Failed + _skipped;

    public void Pass() => _passed++;

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
            var outcome = (string?)result.Attribute("outcome");
            if (outcome == "NotExecuted")
            {
                _skipped++;
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

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_passed} passed, {Failed} failed, {_skipped} skipped");
}
