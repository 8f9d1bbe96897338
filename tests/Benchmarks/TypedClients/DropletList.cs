using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using DoOAuth.Sandbox;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>An answer with many Droplets, from the sandbox.</summary>
internal static class DropletList
{
    /// <summary>As many as a page of DigitalOcean's can have.</summary>
    public const int Count = 200;

    private const int PerRequest = 10;

    /// <summary>Writes the answer to a file.</summary>
    public static async Task WriteAsync(string path, int count)
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        using var client = new HttpClient { BaseAddress = sandbox.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await sandbox.CreateTokenAsync());
        for (var first = 0; first < count; first += PerRequest)
        {
            var names = Enumerable.Range(first, PerRequest).Select(number => string.Create(CultureInfo.InvariantCulture, $"web-{number}.example.com"));
            using var created = await client.PostAsJsonAsync(
                new Uri("/v2/droplets", UriKind.Relative), new { names, region = "nyc3", size = "s-1vcpu-1gb", image = "ubuntu-24-04-x64", tags = new[] { "web", "env:prod" } });
            created.EnsureSuccessStatusCode();
        }

        await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(new Uri($"/v2/droplets?per_page={count}", UriKind.Relative)));
    }
}
