using System.Globalization;
using System.Text.Json;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.Native;

/// <summary>A user who signs in at the sandbox and then asks who they are, again and again.</summary>
internal sealed class Visit(DigitalOceanSandbox sandbox)
{
    public const int Connections = 8;

    private const int Requests = 10_000;

    public static string RequestsText { get; } = Requests.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Starts an app, visits it, and tells the memory that it has then.</summary>
    public async Task<AppMemory> ToAsync(PublishedApp app)
    {
        using var process = AppProcess.Start(app, sandbox.Configuration);
        process.WaitForAnswer("/me");
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        using var browser = new HttpClient(handler) { BaseAddress = process.Address };
        var name = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/login?returnUrl=/me", UriKind.Relative))).RootElement.GetProperty("name").GetString();
        if (name != SandboxUser.Sammy.Name)
        {
            throw new InvalidOperationException($"{app.Name} says that {name} is signed in.");
        }

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (_, cancel) =>
        {
            using var answer = await browser.GetAsync(new Uri("/me", UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
        });
        return process.Memory();
    }
}
