using System.IO.Compression;
using DoOAuth.Templates.Staging.Linting;
using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;

namespace DoOAuth.Templates.Staging.Validation;

/// <summary>A package of templates, as <c>dotnet new install</c> would read it.</summary>
internal static class PackageValidation
{
    private const string Unreadable = "DOOTPL002";

    /// <summary>
    /// What the engine has against the templates or their localisations, warnings included. What it takes for no template at all
    /// is a fault too: an installation would pass over it without a word.
    /// </summary>
    /// <exception cref="IOException">The package cannot be read.</exception>
    public static async Task<IReadOnlyList<PackageFault>> CheckAsync(string package)
    {
        var configurations = Configurations(package);
        using var host = new DefaultTemplateEngineHost("dooauth-pack", "1.0",
            builtIns: [.. Components.AllComponents, .. Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Components.AllComponents]);
        using var settings = new EngineEnvironmentSettings(host, virtualizeSettings: true);
        using var result = await new Scanner(settings).ScanAsync(package, logValidationResults: false, returnInvalidTemplates: true, CancellationToken.None);
        var found = result.Templates.ToDictionary(template => template.ConfigPlace.TrimStart('/'), StringComparer.Ordinal);
        return
        [
            .. configurations.Where(configuration => !found.ContainsKey(configuration))
                .Select(configuration => new PackageFault(package, configuration, Unreadable, "The template engine does not take this for a template.")),
            .. found.SelectMany(template => Problems(template.Value).Select(problem => new PackageFault(package, template.Key, problem.Code, problem.ErrorMessage))),
        ];
    }

    private static IReadOnlyList<string> Configurations(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith($"/{TemplateFolder.ConfigurationFolder}/template.json", StringComparison.Ordinal))];
    }

    private static IEnumerable<IValidationEntry> Problems(IScanTemplateInfo template) =>
        template.ValidationErrors.Concat(template.Localizations.Values.SelectMany(language => language.ValidationErrors))
            .Where(problem => problem.Severity >= IValidationEntry.SeverityLevel.Warning);
}
