using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>The pack in the hands of <c>dotnet new</c>: installed, listed, asked for help, made fun of, removed.</summary>
public sealed class InstallationTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [Fact]
    public async Task Help_describes_every_option_and_every_scope()
    {
        var help = await hive.NewAsync(hive.Apps, "do-oauth", "-h");

        Assert.All(["-f, --framework", "-s, --scopes", "-st, --store", "--aot", "-oa, --openapi", "--ui", "-t, --tests", "-dk, --docker", "--no-https", "--deploy", "--use-program-main", "--program-main", "--exclude-launch-settings", "--http-port", "--https-port", "--no-restore"],
            option => Assert.Contains(option, help, StringComparison.Ordinal));
        Assert.All(["kubernetes:access_cluster", "droplet:create", "chiselled", "Multiple values are allowed: True"], words => Assert.Contains(words, help, StringComparison.Ordinal));
        Assert.DoesNotContain("api:write", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_scope_is_refused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => hive.NewAsync(hive.Apps, "do-oauth", "-n", "Refused", "--scopes", "droplets:read"));

        Assert.Contains("'droplets:read' is not a valid value for --scopes", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(hive.Apps, "Refused")));
    }

    [Fact]
    public async Task A_dry_run_tells_the_files_and_writes_none()
    {
        var told = await hive.NewAsync(hive.Apps, "do-oauth", "-n", "Dry", "--docker", "alpine", "--dry-run");

        Assert.Contains("Dry.csproj", told, StringComparison.Ordinal);
        Assert.Contains("Dockerfile", told, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(hive.Apps, "Dry")));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_keeps_what_is_in_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(hive.Apps, "Full")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "README.md"), "mine");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "mine too");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => hive.NewAsync(folder, "do-oauth", "--no-restore"));
        Assert.Contains("README.md", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["README.md", "notes.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await hive.NewAsync(folder, "do-oauth", "--no-restore", "--force");

        Assert.True(File.Exists(Path.Combine(folder, "Full.csproj")));
        Assert.Equal("mine too", await File.ReadAllTextAsync(Path.Combine(folder, "notes.txt")));
    }

    [Theory]
    [InlineData("do-oauth", "-n", "Elsewhere", "-o", "some/where")]
    [InlineData("do-oauth", "-n", "Elsewhere2")]
    public async Task The_next_steps_hold_wherever_the_app_is_made(params string[] arguments)
    {
        var printed = await hive.NewAsync(hive.Apps, [.. arguments, "--no-restore"]);

        var folder = Path.Combine(hive.Apps, arguments[^1]);
        var settings = await File.ReadAllTextAsync(Path.Combine(folder, "Properties", "launchSettings.json"));
        var address = $"http://localhost:{settings.Split("http://localhost:")[1][..4]}";
        Assert.Contains($"In the folder of {arguments[2]}.csproj, run 'dotnet run', then open {address} and sign in", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_steps_are_told_in_the_readers_language()
    {
        var german = await hive.NewInAsync("de", hive.Apps, "do-oauth", "-n", "Deutsch", "--no-restore");
        var spanish = await hive.NewInAsync("es", hive.Apps, "do-oauth", "-n", "Espanol", "--no-restore", "--ui", "none");

        Assert.Contains("Im Ordner von Deutsch.csproj 'dotnet run' ausführen", german, StringComparison.Ordinal);
        Assert.Contains("En la carpeta de Espanol.csproj ejecute 'dotnet run'", spanish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_hidden_outside_of_a_project()
    {
        var outside = await hive.ListAsync(hive.Apps);
        await hive.NewAsync(hive.Apps, "web", "-n", "Inside");
        var inside = await hive.ListAsync(Path.Combine(hive.Apps, "Inside"));

        Assert.DoesNotContain("do-oauth-app", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("do-oauth-endpoint", outside, StringComparison.Ordinal);
        Assert.Contains("do-oauth-app", inside, StringComparison.Ordinal);
        Assert.Contains("do-oauth-endpoint", inside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_was_never_restored_gets_no_class_in_a_wrong_namespace()
    {
        await hive.NewAsync(hive.Apps, "web", "-n", "Unrestored", "--no-restore");
        var folder = Path.Combine(hive.Apps, "Unrestored");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => hive.NewAsync(folder, "do-oauth-app"));

        Assert.Contains("dotnet restore", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder, "*Deck.cs"));
    }

    [Fact]
    public async Task The_pack_is_installed_and_removed()
    {
        using var other = new TemporaryHive(hive);
        var package = await Packages.FileAsync("DoOAuth.Templates");

        Assert.Contains("do-oauth-endpoint", await other.RunAsync("install", package), StringComparison.Ordinal);
        Assert.Contains("do-oauth-endpoint", await other.RunAsync("install", package, "--force"), StringComparison.Ordinal);
        Assert.Contains(await Packages.VersionAsync(), await other.RunAsync("uninstall"), StringComparison.Ordinal);
        await other.RunAsync("uninstall", "DoOAuth.Templates");
        Assert.DoesNotContain("DoOAuth.Templates", await other.RunAsync("uninstall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_brings_the_newer_pack_and_it_names_its_own_version()
    {
        using var other = new TemporaryHive(hive);
        var version = await Packages.VersionAsync();
        var newer = $"{version}.1";
        var feed = Directory.CreateDirectory(Path.Combine(hive.Apps, "feed")).FullName;
        File.Copy(await Packages.FileAsync("DoOAuth.Templates"), Path.Combine(feed, $"DoOAuth.Templates.{version}.nupkg"));
        await other.RunAsync("install", $"DoOAuth.Templates@{version}", "--add-source", feed);
        Assert.Contains("up-to-date", await other.RunAsync("update"), StringComparison.Ordinal);
        var project = new PackProject(Path.Combine(hive.Apps, "NewerPack"));
        project.WriteAll();
        await project.PackAsync(feed, newer);

        Assert.Contains(newer, await other.RunAsync("update", "--check-only"), StringComparison.Ordinal);
        Assert.Contains($"DoOAuth.Templates@{newer} installed", await other.RunAsync("update"), StringComparison.Ordinal);
        await other.RunAsync("do-oauth", "-n", "Updated", "--no-restore", "--no-update-check");

        Assert.Contains($"Include=\"DoOAuth\" Version=\"{newer}\"", await File.ReadAllTextAsync(Path.Combine(hive.Apps, "Updated", "Updated.csproj")), StringComparison.Ordinal);
    }
}
