using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Samples.Tests;

/// <summary>An app host of .NET Aspire that starts the sandbox and the app.</summary>
public sealed class AspireTests
{
    [Fact]
    public async Task Aspire_starts_the_sandbox_and_an_app_that_is_signed_in_to()
    {
        var (sandbox, app) = (FreePort(), FreePort());
        var run = $"run --no-build -c {Repository.Metadata("BuildConfiguration")} --no-launch-profile --project samples/Aspire/AppHost -- --NoDashboard=true";
        using var host = Dotnet.Start(Repository.Root, $"{run} --SandboxPort={sandbox} --AppPort={app} --ASPIRE_ALLOW_UNSECURED_TRANSPORT=true".Split(' '));
        try
        {
            host.BeginOutputReadLine();
            host.BeginErrorReadLine();
            using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{app}") };
            await WaitAsync(browser, host);

            Assert.Equal("Signed in as Sammy the Shark.", await browser.GetStringAsync(Of("/login?returnUrl=/&scope=droplet:create")));
            var before = await CountAsync(browser);
            using var created = await browser.PostAsJsonAsync(
                Of("/droplets"), new { name = "web-1", region = "fra1", size = "s-1vcpu-1gb", image = "ubuntu-24-04-x64" });
            Assert.Equal(HttpStatusCode.Accepted, created.StatusCode);
            Assert.Equal(before + 1, await CountAsync(browser));
        }
        finally
        {
            // The app host's orchestrator ends what it started when the app host has ended.
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
        }
    }

    private static async Task WaitAsync(HttpClient browser, Process host)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(250)))
        {
            try
            {
                if (await browser.GetStringAsync(Of("/health")) == "Healthy")
                {
                    return;
                }
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromMinutes(2) && !host.HasExited)
            {
                // It does not listen yet.
            }
        }
    }

    private static async Task<int> CountAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<JsonElement>(Of("/droplets"))).GetProperty("meta").GetProperty("total").GetInt32();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
