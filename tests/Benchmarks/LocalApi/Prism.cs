using System.ComponentModel;
using System.Diagnostics;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>Prism, a mock server that answers from an OpenAPI description. Installed from npm in a folder of its own.</summary>
internal static class Prism
{
    public const string Version = "5.14.2";

    /// <summary>Installs it.</summary>
    /// <returns>The script that starts it, or null if it cannot be had. The reason is printed.</returns>
    public static async Task<string?> InstallAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""");
        var start = new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", $"@stoplight/prism-cli@{Version}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            var script = Path.Combine(folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
            return process.ExitCode == 0 && File.Exists(script) ? script : await SkipAsync(string.Concat(printed).Trim());
        }
        catch (Win32Exception exception)
        {
            return await SkipAsync(exception.Message);
        }
    }

    private static async Task<string?> SkipAsync(string reason)
    {
        await Console.Out.WriteLineAsync($"Skipped what is compared with Prism {Version}, because npm cannot install it: {reason}");
        return null;
    }
}
