using System.IO.Compression;
using System.Text.Json.Nodes;
using DoOAuth.Templates.Staging.Linting;
using DoOAuth.Templates.Staging.Validation;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.TemplateEngine.Orchestrator.RunnableProjects;
using Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Abstractions;

namespace DoOAuth.Templates.Tests;

/// <summary>template.json, as the template engine of <c>dotnet new</c> reads it.</summary>
public sealed class TemplateDefinitionTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    private const string Sound = """
        {
          "identity": "Acme.Sample", "name": "Sample", "shortName": "sample", "author": "Acme", "classifications": [ "Web" ],
          "tags": { "language": "C#", "type": "project" }
        }
        """;

    [Fact]
    public async Task The_engine_finds_nothing_wrong_with_the_packed_templates() =>
        Assert.Empty(await PackageValidation.CheckAsync(await Packages.FileAsync("DoOAuth.Templates")));

    [Fact]
    public async Task A_template_without_a_fault_is_packed() => Assert.True(File.Exists(await PackAsync("Sound", Sound)));

    [Fact]
    public void The_generators_that_the_lint_knows_are_those_of_the_engine()
    {
        var engine = Components.AllComponents.Select(component => component.Instance).OfType<IGeneratedSymbolMacro>().Select(macro => macro.Type).Distinct(StringComparer.Ordinal);

        Assert.Equal(engine.Order(StringComparer.Ordinal), EngineRule.Generators.Order(StringComparer.Ordinal));
    }

    // Nothing to the lint, which asks for what the engine does not.
    [Fact]
    public async Task What_the_engine_finds_fails_the_pack_and_leaves_no_package()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PackAsync("Unnamed", Without("shortName")));

        Assert.Contains("error MV003: content/sample/.template.config/template.json: Missing 'shortName'.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(hive.Apps, "Unnamed"), "*.nupkg"));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("name")]
    public async Task A_template_that_could_not_be_installed_is_found(string missing)
    {
        var package = Path.Combine(hive.Apps, $"without-{missing}.nupkg");
        await using (var archive = await ZipFile.OpenAsync(package, ZipArchiveMode.Create))
        await using (var entry = new StreamWriter(await archive.CreateEntry("content/sample/.template.config/template.json").OpenAsync()))
        {
            await entry.WriteAsync(Without(missing));
        }

        Assert.Equal("content/sample/.template.config/template.json", Assert.Single(await PackageValidation.CheckAsync(package)).Template);
    }

    private static string Without(string property)
    {
        var template = (JsonObject)JsonNode.Parse(Sound)!;
        Assert.True(template.Remove(property));
        return template.ToJsonString();
    }

    private async Task<string> PackAsync(string name, string template)
    {
        var folder = Path.Combine(hive.Apps, name);
        var project = new PackProject(folder);
        project.Write("sample/.template.config/template.json", template);
        Directory.CreateDirectory(Path.Combine(folder, "sample", ".template.config", "localize"));
        await project.PackAsync(folder, "1.2.3");
        return Path.Combine(folder, "DoOAuth.Templates.1.2.3.nupkg");
    }
}
