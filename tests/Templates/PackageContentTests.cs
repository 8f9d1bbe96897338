using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>What is in the packages, as pack.proj makes them.</summary>
public sealed class PackageContentTests
{
    [Theory]
    [InlineData("DoOAuth")]
    [InlineData("DoOAuth.Api")]
    [InlineData("DoOAuth.Aspire.Hosting")]
    [InlineData("DoOAuth.Redis")]
    [InlineData("DoOAuth.Sandbox")]
    [InlineData("DoOAuth.Sandbox.Tool")]
    [InlineData("DoOAuth.Templates")]
    [InlineData("DoOAuth.Testing")]
    [InlineData("DoOAuth.Yarp")]
    public async Task Each_package_says_what_it_is(string id)
    {
        var package = await OpenAsync(id);

        Assert.Equal(id, package.Says("id")?.Value);
        Assert.Equal(await Packages.VersionAsync(), package.Says("version")?.Value);
        Assert.Equal("MIT", package.Says("license")?.Value);
        Assert.Equal("icon.png", package.Says("icon")?.Value);
        Assert.Equal("README.md", package.Says("readme")?.Value);
        Assert.Contains("digitalocean", package.Says("tags")?.Value, StringComparison.Ordinal);
        Assert.True(package.Says("description")?.Value.Length > 40);
        Assert.Contains("icon.png", package.Files);
        Assert.Contains("README.md", package.Files);
    }

    [Theory]
    [InlineData("DoOAuth")]
    [InlineData("DoOAuth.Api")]
    [InlineData("DoOAuth.Aspire.Hosting")]
    [InlineData("DoOAuth.Redis")]
    [InlineData("DoOAuth.Sandbox")]
    [InlineData("DoOAuth.Sandbox.Tool")]
    [InlineData("DoOAuth.Templates")]
    [InlineData("DoOAuth.Testing")]
    [InlineData("DoOAuth.Yarp")]
    public async Task Each_package_names_the_repository_only_where_that_has_an_address(string id)
    {
        var package = await OpenAsync(id);
        var address = Repository.Address;

        Assert.Equal(address, package.Says("projectUrl")?.Value);
        Assert.Equal(address, package.Says("repository")?.Attribute("url")?.Value);
    }

    [Fact]
    public async Task The_scaffolded_page_names_the_repository_only_where_that_has_an_address()
    {
        var page = (await OpenAsync("DoOAuth.Templates")).Text("content/do-oauth/README.md");

        Assert.Equal(Repository.Address is not null, page.Contains("The documentation of DoOAuth is at ", StringComparison.Ordinal));
        Assert.DoesNotContain("DOOAUTH_REPOSITORY_ADDRESS", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runtime_carries_the_page_of_each_rule()
    {
        var package = await OpenAsync("DoOAuth");
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "*.md").Select(Path.GetFileName).ToList();

        Assert.Contains("DOO101.md", pages);
        Assert.All(pages, page => Assert.Contains($"docs/rules/{page}", package.Files));
    }

    [Theory]
    [InlineData("DoOAuth", "lib/net10.0/DoOAuth.pdb")]
    [InlineData("DoOAuth.Api", "lib/net10.0/DoOAuth.Api.pdb")]
    [InlineData("DoOAuth.Aspire.Hosting", "lib/net10.0/DoOAuth.Aspire.Hosting.pdb")]
    [InlineData("DoOAuth.Redis", "lib/net10.0/DoOAuth.Redis.pdb")]
    [InlineData("DoOAuth.Sandbox", "lib/net10.0/DoOAuth.Sandbox.pdb")]
    [InlineData("DoOAuth.Sandbox.Tool", "tools/net10.0/any/do-oauth-sandbox.pdb")]
    [InlineData("DoOAuth.Testing", "lib/net10.0/DoOAuth.Testing.pdb")]
    [InlineData("DoOAuth.Yarp", "lib/net10.0/DoOAuth.Yarp.pdb")]
    public async Task Assemblies_come_with_symbols(string id, string symbols)
    {
        var package = new PackedPackage(await Packages.FileAsync(id, ".snupkg"));

        Assert.Contains(symbols, package.Files);
    }

    [Fact]
    public async Task The_runtime_carries_generator_analyzers_and_fixes_and_nothing_of_others_in_at_most_1_45_MB()
    {
        var package = await OpenAsync("DoOAuth");
        var analyzers = package.Files.Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)).ToList();

        Assert.Contains("lib/net10.0/DoOAuth.dll", package.Files);
        Assert.Contains("lib/net10.0/DoOAuth.xml", package.Files);
        Assert.Equal(["build/DoOAuth.Editor.globalconfig", "build/DoOAuth.props"], package.Files.Where(file => file.StartsWith("build/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["DoOAuth.Analyzers.dll", "DoOAuth.CodeFixes.dll", "DoOAuth.Generator.dll"],
            analyzers.Select(file => file["analyzers/dotnet/cs/".Length..]).Order(StringComparer.Ordinal));
        Assert.InRange(analyzers.Sum(package.Size), 1, 1_450_000);
    }

    [Fact]
    public async Task The_runtime_needs_nothing_but_the_shared_framework()
    {
        var package = await OpenAsync("DoOAuth");

        Assert.Null(package.Says("dependency"));
        Assert.Equal("Microsoft.AspNetCore.App", package.Says("frameworkReference")?.Attribute("name")?.Value);
    }

    [Fact]
    public async Task The_sandbox_tool_is_a_tool()
    {
        var package = await OpenAsync("DoOAuth.Sandbox.Tool");
        var settings = package.Xml("tools/net10.0/any/DotnetToolSettings.xml");

        Assert.Equal("DotnetTool", package.Says("packageType")?.Attribute("name")?.Value);
        Assert.Equal("do-oauth-sandbox", settings.Descendants("Command").Single().Attribute("Name")?.Value);
    }

    [Fact]
    public async Task The_templates_keep_their_dotfiles_and_name_the_packed_version()
    {
        var package = await OpenAsync("DoOAuth.Templates");

        Assert.All([".gitignore", ".editorconfig", ".dockerignore", "Dockerfile", "Droplets/DropletApi.cs", "global.json", ".template.config/template.json", ".template.config/icon.png", ".template.config/localize/templatestrings.de.json"],
            file => Assert.Contains($"content/do-oauth/{file}", package.Files));
        Assert.Contains($"Include=\"DoOAuth\" Version=\"{await Packages.VersionAsync()}\"", package.Text("content/do-oauth/DoOAuthApp.1.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_templates_bring_no_build_output_and_no_package_source()
    {
        var package = await OpenAsync("DoOAuth.Templates");

        Assert.DoesNotContain(package.Files, file => file.Contains("/bin/", StringComparison.Ordinal)
            || file.Contains("/obj/", StringComparison.Ordinal)
            || file.EndsWith("/NuGet.config", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<PackedPackage> OpenAsync(string id) => new(await Packages.FileAsync(id));
}
