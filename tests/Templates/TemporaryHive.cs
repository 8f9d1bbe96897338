using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>A hive without templates, for a test that installs and removes them.</summary>
internal sealed class TemporaryHive(TemplateHive packages) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-hive-").FullName;

    public Task<string> RunAsync(params string[] arguments) => Dotnet.RunAsync(packages.Apps, ["new", .. arguments, "--debug:custom-hive", _folder]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
