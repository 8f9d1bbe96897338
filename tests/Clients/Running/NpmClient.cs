using System.Diagnostics;
using System.Text.Json;

namespace DoOAuth.Clients.Tests.Running;

/// <summary>A client from the npm registry. <c>eng/test.cs</c> installs the packages that the lock file in <c>Drivers</c> pins.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version, as in <c>Drivers/package.json</c>.</param>
internal sealed record NpmClient(string Name, string Version) : ForeignClient(Name, Version)
{
    public override string Source => "npm";

    public override string? FindObstacle()
    {
        var package = Path.Combine(Drivers, "node_modules", Name, "package.json");
        if (!File.Exists(package))
        {
            return $"needs Node.js, and {Name} {Version} from npm: sh tests/Clients/install.sh";
        }

        using var json = JsonDocument.Parse(File.ReadAllText(package));
        var installed = json.RootElement.GetProperty("version").GetString();
        return installed == Version ? null : $"is written for {Name} {Version}, and {installed} is installed";
    }

    public override Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox) =>
        DriverProcess.RunAsync(sandbox, new ProcessStartInfo("node", ["driver.mjs"]) { WorkingDirectory = Folder });
}
