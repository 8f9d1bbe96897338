using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;

namespace DoOAuth.Templates.Tests;

/// <summary>template.json, as the template engine of <c>dotnet new</c> reads it.</summary>
public sealed class TemplateDefinitionTests
{
    [Fact]
    public async Task The_engine_finds_all_templates_and_nothing_wrong_with_them()
    {
        var templates = await ScanAsync(await Packages.FileAsync("DoOAuth.Templates"));

        Assert.Equal(["do-oauth", "do-oauth-app", "do-oauth-endpoint"], templates.Select(template => template.ShortName).Order());
        Assert.All(templates, template => Assert.Empty(template.Problems));
    }

    private static async Task<IReadOnlyList<(string ShortName, IReadOnlyList<string> Problems)>> ScanAsync(string package)
    {
        var host = new DefaultTemplateEngineHost("dooauth-tests", "1.0",
            builtIns: [.. Components.AllComponents, .. Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Components.AllComponents]);
        using var environment = new EngineEnvironmentSettings(host, virtualizeSettings: true);
        using var result = await new Scanner(environment).ScanAsync(package, CancellationToken.None);
        return [.. result.Templates.Select(template => (
            template.ShortNameList.Single(),
            (IReadOnlyList<string>)[.. template.ValidationErrors.Concat(template.Localizations.Values.SelectMany(language => language.ValidationErrors))
                .Where(problem => problem.Severity >= IValidationEntry.SeverityLevel.Warning)
                .Select(problem => $"{problem.Severity} {problem.Code}: {problem.ErrorMessage}")]))];
    }
}
