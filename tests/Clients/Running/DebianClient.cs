using System.Diagnostics;

namespace DoOAuth.Clients.Tests.Running;

/// <summary>A client from a package of Debian. <c>eng/test.cs</c> installs it.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version of the client, without that of the package.</param>
/// <param name="Interpreter">What runs the driver.</param>
/// <param name="Arguments">The arguments of the interpreter. The driver's folder is the current one.</param>
internal sealed record DebianClient(string Name, string Version, string Interpreter, params string[] Arguments) : ForeignClient(Name, Version)
{
    private const string Query = "/usr/bin/dpkg-query";

    public override string Source => "Debian";

    public override string? FindObstacle()
    {
        if (!File.Exists(Query))
        {
            return $"needs {Name} {Version} from Debian, and this system has no packages of Debian";
        }

        var installed = InstalledVersion();
        return installed is null ? $"needs {Name} {Version} from Debian: sh tests/Clients/install.sh"
            : installed != Version ? $"is written for {Name} {Version}, and this system has {installed}"
            : !File.Exists(Interpreter) ? $"needs {Interpreter}"
            : null;
    }

    public override Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox)
    {
        var start = new ProcessStartInfo(Interpreter, Arguments) { WorkingDirectory = Folder };

        // Go finds the sources of Debian's packages here, and keeps what it compiles beside the driver. Other interpreters ignore this.
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = "/usr/share/gocode";
        start.Environment["GOCACHE"] = Path.Combine(Folder, "cache");
        start.Environment["CGO_ENABLED"] = "0";
        return DriverProcess.RunAsync(sandbox, start);
    }

    // 1:1.16.0-3 is version 1.16.0.
    private string? InstalledVersion()
    {
        var start = new ProcessStartInfo(Query, ["-W", "-f", "${db:Status-Status} ${Version}", Name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed.StartsWith("installed ", StringComparison.Ordinal) ? printed["installed ".Length..].Split(':')[^1].Split('-', '+')[0] : null;
    }
}
