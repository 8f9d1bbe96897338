using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DoOAuth.Templates.Tests.Combinations;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>An app that was published as native code, run with the packed sandbox tool.</summary>
public sealed class PublishedAppTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    private const string Address = "Now listening on: ";

    [LongFact]
    public async Task A_native_app_signs_in_and_answers()
    {
        var app = Path.Combine(hive.Apps, "Native");
        await hive.NewAsync(hive.Apps, ["do-oauth", "-n", "Native", "--no-restore", .. (AppOptions.Default with { Aot = true, OpenApi = true, Tests = false }).Arguments]);
        await Dotnet.RunAsync(app, "publish", "-o", "published", "-warnaserror", "-v", "q", "--nologo");

        using var process = Dotnet.Start(app, "tool", "exec", $"DoOAuth.Sandbox.Tool@{await Packages.VersionAsync()}", "--yes", "--",
            "--port", "0", "--auto-approve", "--", Path.Combine(app, "published", "Native"), "--urls", "http://127.0.0.1:0", "--environment", "Development");
        try
        {
            using var browser = new HttpClient { BaseAddress = await AddressAsync(process) };
            var page = await browser.GetStringAsync(At("/login?returnUrl=/"));
            var user = await browser.GetFromJsonAsync<JsonElement>("/me");
            var refused = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });
            await browser.GetAsync(At("/login?returnUrl=/me&scope=droplet:create"));
            var created = await browser.PostAsJsonAsync("/api/droplets", new { name = "web-1" });
            var invalid = await browser.PostAsJsonAsync("/api/droplets", new { name = "?" });
            using var form = new FormUrlEncodedContent([new("name", "web-2")]);
            var shown = await browser.PostAsync(At("/droplets/new"), form);
            var document = await browser.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

            Assert.Contains("Sign out", page, StringComparison.Ordinal);
            Assert.Equal("Sammy the Shark", user.GetProperty("name").GetString());
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal(HttpStatusCode.Accepted, created.StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
            Assert.Contains("web-2", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(document.GetProperty("paths").TryGetProperty("/api/droplets", out _));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<Uri> AddressAsync(Process process)
    {
        var printed = new StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            printed.AppendLine(CultureInfo.InvariantCulture, $"{line}");
            if (line.IndexOf(Address, StringComparison.Ordinal) is var at and >= 0)
            {
                // What follows has to be read, or the app would wait for that.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(at + Address.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The app does not say where it listens:\n{printed}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}
