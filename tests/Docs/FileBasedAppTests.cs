using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Docs.Tests.Commands;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Sandbox;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Docs.Tests;

/// <summary>The app of one file in samples/FileBased, with the packed package. A project of this repository would not bring the generator along.</summary>
public sealed class FileBasedAppTests(Workshop workshop, RegistryWorkshop registries) : IClassFixture<Workshop>, IClassFixture<RegistryWorkshop>
{
    private static readonly string Sample = Path.Combine(AllPages.Root, "samples", "FileBased", "app.cs");

    [Fact]
    public async Task It_signs_a_user_in_and_answers_with_a_record()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);
        var terminal = workshop.NewFolder();
        File.Copy(Sample, Path.Combine(terminal.Folder, "app.cs"));
        var options = string.Join(' ', sandbox.Configuration.Select(setting => $"--{setting.Key}={setting.Value}"));

        using var app = await terminal.ServeAsync($"dotnet run app.cs -- --urls=http://127.0.0.1:0 {options}");
        using var browser = new HttpClient { BaseAddress = app.Address };
        var count = await browser.GetFromJsonAsync<JsonElement>("/login?returnUrl=/droplets");

        Assert.Equal("Sammy the Shark", count.GetProperty("owner").GetString());
        Assert.NotEqual(0, count.GetProperty("droplets").GetInt32());
    }

    // The SDK restores the compiler for native code, which the packages of this repository do not bring along.
    [LongFact]
    public async Task Without_the_property_it_does_not_start()
    {
        var terminal = registries.NewFolder();
        var lines = (await File.ReadAllLinesAsync(Sample)).Where(line => line != "#:property PublishAot=false").ToList();
        Assert.NotEqual(await File.ReadAllLinesAsync(Sample), lines);
        await File.WriteAllLinesAsync(Path.Combine(terminal.Folder, "app.cs"), lines);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => terminal.RunAsync("dotnet run app.cs -- --urls=http://127.0.0.1:0 --DigitalOcean:ClientId=client"));

        Assert.Contains("DropletCount", failure.Message, StringComparison.Ordinal);
    }
}
