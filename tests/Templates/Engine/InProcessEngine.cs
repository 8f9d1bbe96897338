using System.IO.Compression;
using System.Runtime.CompilerServices;
using DoOAuth.Templates.Staging.Validation;
using DoOAuth.Templates.Tests.Scaffolding;
using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Abstractions.Installer;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;
using Microsoft.TemplateEngine.Edge.Template;

namespace DoOAuth.Templates.Tests.Engine;

/// <summary>The packed templates in the template engine of the SDK, in process: what it writes stays in memory.</summary>
public sealed class InProcessEngine : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-engine-").FullName;
    private readonly Dictionary<string, ITemplateInfo> _templates = new(StringComparer.Ordinal);
    private EngineEnvironmentSettings? _settings;
    private TemplatePackageManager? _packages;
    private int _outputs;

    /// <summary>The packed templates, unpacked: one folder each.</summary>
    public string Content => Path.Combine(_folder, "content");

    public async Task InitializeAsync()
    {
        await ZipFile.ExtractToDirectoryAsync(await Packages.FileAsync("DoOAuth.Templates"), _folder);
        await StartAsync();
    }

    /// <summary>Makes something from a template; the files are named by their paths from the output folder.</summary>
    public async Task<TemplateOutput> CreateAsync(string template, string? name, IReadOnlyDictionary<string, string?> options)
    {
        var folder = Path.Combine(_folder, "output", $"{Interlocked.Increment(ref _outputs)}");
        var result = await new TemplateCreator(_settings!).InstantiateAsync(_templates[template], name, fallbackName: "fallback", folder, options);
        Assert.True(result.Status == CreationResultStatus.Success, $"{template} {string.Join(' ', options)}: {result.Status} {result.ErrorMessage}");
        var files = _settings!.Host.FileSystem;
        var output = files.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), files.ReadAllText, StringComparer.Ordinal);
        files.DirectoryDelete(folder, recursive: true);
        return new TemplateOutput(output, result.CreationResult!);
    }

    public Task DisposeAsync()
    {
        _packages?.Dispose();
        _settings?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [ModuleInitializer]
    internal static void FindEngine() => SdkAssemblies.LetThemBeFound();

    private async Task StartAsync()
    {
        var host = new DefaultTemplateEngineHost("dooauth-tests", "1.0",
            builtIns: [.. Components.AllComponents, .. Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Components.AllComponents]);
        _settings = new EngineEnvironmentSettings(host, virtualizeSettings: false, Path.Combine(_folder, "hive"), null, null, null);
        host.VirtualizeDirectory(Path.Combine(_folder, "output"));
        _packages = new TemplatePackageManager(_settings);
        var requests = Directory.GetDirectories(Content).Select(folder => new InstallRequest(folder, null, null, null, false)).ToList();
        foreach (var installed in await _packages.GetBuiltInManagedProvider().InstallAsync(requests, CancellationToken.None))
        {
            Assert.True(installed.Success, installed.ErrorMessage);
        }

        foreach (var template in await _packages.GetTemplatesAsync(CancellationToken.None))
        {
            _templates.Add(template.ShortNameList.Single(), template);
        }
    }
}
