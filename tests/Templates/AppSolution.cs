using DoOAuth.Templates.Tests.Combinations;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>Scaffolded apps in one solution, so that they are restored, built and tested by one command each.</summary>
internal sealed class AppSolution(TemplateHive hive)
{
    private readonly string _folder = Path.Combine(hive.Apps, Path.GetRandomFileName());
    private readonly List<string> _projects = [];

    /// <summary>Makes an app with the options, by the command line.</summary>
    public async Task AddAsync(string name, AppOptions options)
    {
        var app = Path.Combine(_folder, name);
        await hive.NewAsync(hive.Apps, ["do-oauth", "-n", name, "-o", app, "--no-restore", .. options.Arguments]);
        Assert.Equal([$"{name}.csproj"], Directory.GetFiles(app, "*.csproj").Select(Path.GetFileName));
        Add(app);
    }

    /// <summary>Adds an app that is there, with its tests.</summary>
    public void Add(string app) => _projects.AddRange(Directory.GetFiles(app, "*.csproj", SearchOption.AllDirectories));

    /// <summary>Builds without a warning, runs the tests, and returns what was printed then.</summary>
    public async Task<string> BuildAndTestAsync()
    {
        Directory.CreateDirectory(_folder);

        // As a repository has it whose other projects have their versions in one file, and all rules of the SDK.
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "Directory.Packages.props"),
            "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "Directory.Build.props"),
            "<Project><PropertyGroup><AnalysisLevel>latest-all</AnalysisLevel><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup></Project>");
        await Dotnet.RunAsync(_folder, "new", "sln", "-n", "all", "--format", "sln");
        await Dotnet.RunAsync(_folder, ["sln", "all.sln", "add", "--in-root", .. _projects]);
        await Dotnet.RunAsync(_folder, "build", "all.sln", "-warnaserror", "-v", "q", "--nologo");
        return await Dotnet.RunAsync(_folder, "test", "all.sln", "--no-build", "--nologo");
    }

    /// <summary>Runs the tests of an app, which is built, below a global.json that chooses Microsoft.Testing.Platform, and returns what was printed.</summary>
    public async Task<string> TestOnThePlatformAsync(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "global.json"), """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        return await Dotnet.RunAsync(_folder, "test", "--project", Path.Combine(name, "tests", $"{name}.Tests"), "--no-build");
    }
}
