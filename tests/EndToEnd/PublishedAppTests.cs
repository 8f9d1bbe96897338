using System.Diagnostics;
using System.Globalization;
using System.Text;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>An app that was published as native code, by the lines of its Dockerfile, and is run with the packed sandbox tool.</summary>
public sealed class PublishedAppTests(TemplateHive hive, Browser browser) : IClassFixture<TemplateHive>, IClassFixture<Browser>
{
    private const string Announcement = "Now listening on: ";

    [LongFact]
    public async Task A_native_app_signs_a_user_in_and_answers()
    {
        var app = await hive.NewAppAsync("Native", "--aot", "--openapi", "--docker", "chiselled");
        var stage = new BuildStage(app, Path.Combine(hive.Apps, "container"));
        Assert.DoesNotContain("warning", await stage.RunAsync(), StringComparison.Ordinal);
        Assert.Equal(["./Native"], stage.EntryPoint);
        Assert.DoesNotContain(Directory.GetFiles(stage.Published), file => Path.GetExtension(file) is ".dll" or ".dbg" or ".pdb");

        using var process = Dotnet.Start(app, "tool", "exec", $"DoOAuth.Sandbox.Tool@{await Packages.VersionAsync()}", "--yes", "--",
            "--port", "0", "--", Path.Combine(stage.Published, "Native"), "--urls", "http://127.0.0.1:0", "--environment", "Development");
        try
        {
            await using var visitor = await browser.NewVisitorAsync(await AddressAsync(process));
            var api = visitor.Page.APIRequest;

            await visitor.SignInAsync();
            await visitor.PictureAsync("native");
            var user = await api.GetAsync("/me");
            var refused = await api.PostAsync("/api/droplets", new() { DataObject = new { name = "web-1" } });
            await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Create a droplet" }).ClickAsync();
            await visitor.Approve.ClickAsync();
            await visitor.Page.GetByLabel("Name").FillAsync("web-2");
            await visitor.Button("Create").ClickAsync();
            await visitor.Page.GetByText("web-2").WaitForAsync();
            var created = await api.PostAsync("/api/droplets", new() { DataObject = new { name = "web-1" } });
            var invalid = await api.PostAsync("/api/droplets", new() { DataObject = new { name = "?" } });
            var document = await api.GetAsync("/openapi/v1.json");
            await visitor.Button("Sign out").ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();

            Assert.Contains("Sammy the Shark", await user.TextAsync(), StringComparison.Ordinal);
            Assert.Equal((403, 202, 400), (refused.Status, created.Status, invalid.Status));
            Assert.True((await document.JsonAsync())?.GetProperty("paths").TryGetProperty("/api/droplets", out _));
            Assert.Equal(401, (await api.GetAsync("/me")).Status);
            Assert.Empty(visitor.Complaints);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        var printed = new StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            printed.AppendLine(CultureInfo.InvariantCulture, $"{line}");
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
            {
                // What follows has to be read, or the app would wait for that.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(at + Announcement.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The app does not say where it listens:\n{printed}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}
