using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>Two sandboxes, one with few droplets and one with many, asked for the same page.</summary>
internal sealed class DropletStores : IAsyncDisposable
{
    private const int Few = 200;
    private const int Many = 100_000;
    private const int PerOrder = 10;
    private const int PagesOfRound = 100;

    private readonly List<DigitalOceanSandbox> _sandboxes = [];

    /// <summary>A page of 20 droplets, in JSON.</summary>
    public string PageOf20 { get; private set; } = "";

    public async Task<Experiment> PrepareAsync()
    {
        var few = await VariantAsync(Few);
        var many = await VariantAsync(Many);
        return new Experiment("A page of 200 droplets", [few, many], [Ratio.OfTimes(many.Name, few.Name, atMost: 2)])
        {
            Description = $"""
                `GET /v2/droplets?per_page=200` at two sandboxes in this process, one with {Few} droplets and one with {Many:N0}: the first page, one request
                after the other.
                """,
            Rounds = 15,
        };
    }

    /// <summary>Creates droplets, ten with each request as the API allows.</summary>
    public static async Task FillAsync(Uri address, string token, int count)
    {
        using var http = Client(address, token);
        for (var first = 0; first < count; first += PerOrder)
        {
            var names = Enumerable.Range(first, Math.Min(PerOrder, count - first)).Select(number => string.Create(CultureInfo.InvariantCulture, $"web-{number}"));
            using var response = await http.PostAsJsonAsync(
                new Uri("/v2/droplets", UriKind.Relative), new { names, region = "nyc3", size = "s-1vcpu-1gb", image = "ubuntu-24-04-x64", tags = new[] { "web" } });
            response.EnsureSuccessStatusCode();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in _sandboxes)
        {
            await sandbox.DisposeAsync();
        }
    }

    private async Task<Variant> VariantAsync(int droplets)
    {
        var sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        _sandboxes.Add(sandbox);
        var token = await SandboxToken.SignInAsync(sandbox.Address);
        await FillAsync(sandbox.Address, token, droplets);
        using (var http = Client(sandbox.Address, token))
        {
            PageOf20 = await http.GetStringAsync(new Uri("/v2/droplets?per_page=20", UriKind.Relative));
        }

        var load = new RequestLoad(sandbox.Address, "/v2/droplets?per_page=200", token);
        return new Variant($"{droplets:N0} droplets", async () =>
        {
            var began = Stopwatch.GetTimestamp();
            await load.RunAsync(connections: 1, PagesOfRound);
            return new Measure(Stopwatch.GetElapsedTime(began) / PagesOfRound);
        });
    }

    private static HttpClient Client(Uri address, string token) => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };
}
