using System.Globalization;
using System.Text.Json;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.Native;

/// <summary>A user who signs in at the sandbox and then asks who they are, again and again.</summary>
internal sealed class Visit(DigitalOceanSandbox sandbox)
{
    public const int Connections = 8;

    public const int Readings = 11;

    private const int Requests = 10_000;

    private const int RequestsBetween = 1_000;

    public static string RequestsText { get; } = Number(Requests);

    public static string RequestsBetweenText { get; } = Number(RequestsBetween);

    /// <summary>
    /// Starts an app, visits it, and tells the memory that it has from then on. One reading alone would tell how long ago garbage was collected:
    /// between two collections it grows by a third.
    /// </summary>
    public async Task<IReadOnlyList<AppMemory>> ToAsync(PublishedApp app)
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

        await AskAsync(browser, Requests);
        List<AppMemory> readings = [process.Memory()];
        while (readings.Count < Readings)
        {
            await AskAsync(browser, RequestsBetween);
            readings.Add(process.Memory());
        }

        return readings;
    }

    private static Task AskAsync(HttpClient browser, int requests) =>
        Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (_, cancel) =>
        {
            using var answer = await browser.GetAsync(new Uri("/me", UriKind.Relative), cancel);
            answer.EnsureSuccessStatusCode();
        });

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
