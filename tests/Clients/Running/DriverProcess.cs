using System.Diagnostics;

namespace DoOAuth.Clients.Tests.Running;

/// <summary>A driver that runs as a process. It finds the sandbox in environment variables, and prints a line for each call.</summary>
internal static class DriverProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox, ProcessStartInfo start)
    {
        start.Environment["SANDBOX_ADDRESS"] = sandbox.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["SANDBOX_CLIENT_ID"] = sandbox.ClientId;
        start.Environment["SANDBOX_CLIENT_SECRET"] = sandbox.ClientSecret;
        start.Environment["SANDBOX_CALLBACK"] = SignIn.Callback;
        start.Environment["SANDBOX_TOKEN"] = await SignIn.GetTokenAsync(sandbox);

        var (output, errors) = await RunAsync(start);
        var results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CallResult.Read).ToList();
        Assert.True(results.Count > 0, $"The driver printed nothing. Its errors: {errors}");
        return results;
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static async Task<(string Output, string Errors)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{start.FileName} ended with exit code {process.ExitCode}: {await errors}{await output}");
            return (await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end within {Patience}.");
        }
    }
}
