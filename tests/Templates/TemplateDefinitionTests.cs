using System.Runtime.Loader;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;

namespace DoOAuth.Templates.Tests;

/// <summary>template.json, as the template engine of <c>dotnet new</c> reads it.</summary>
public sealed class TemplateDefinitionTests
{
    static TemplateDefinitionTests() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        Path.Combine(Repository.Metadata("SdkFolder"), name.Name + ".dll") is var file && File.Exists(file)
            ? context.LoadFromAssemblyPath(file)
            : null;

    [Fact]
    public async Task The_engine_finds_both_templates_and_nothing_wrong_with_them()
    {
        var templates = await ScanAsync(await Packages.FileAsync("DoOAuth.Templates"));

        Assert.Equal(["do-oauth", "do-oauth-app"], templates.Select(template => template.ShortName).Order());
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
            (IReadOnlyList<string>)[.. template.ValidationErrors
                .Where(problem => problem.Severity >= IValidationEntry.SeverityLevel.Warning)
                .Select(problem => $"{problem.Severity} {problem.Code}: {problem.ErrorMessage}")]))];
    }
}
