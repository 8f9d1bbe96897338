using DoOAuth.Benchmarks.Applications;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>The one small app that every runtime is measured in (Silence/App).</summary>
internal static class SilentApp
{
    private const string Name = nameof(SilentApp);

    private static readonly string Benchmarks = Path.Combine(Repository.Root, "tests", "Benchmarks");

    private static readonly string[] Sources =
    [
        Path.Combine(Benchmarks, "Silence", "App", Name + ".csproj"),
        Path.Combine(Benchmarks, "Silence", "App", "Program.cs"),
        Path.Combine(Benchmarks, "Hosting", "MovableClock.cs"),
    ];

    /// <summary>Where apps and earlier commits are: built once, and again where something has changed.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "silence");

    /// <summary>Builds it with the runtime of a repository.</summary>
    /// <param name="name">What the runtime is called.</param>
    /// <param name="repository">The repository's folder.</param>
    public static async Task<PublishedApp> BuildAsync(string name, string repository)
    {
        await Console.Out.WriteLineAsync($"Building the app with the runtime of {repository}");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "app-" + name)).FullName;
        foreach (var source in Sources)
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        }

        await Dotnet.RunAsync(folder, "build", "-c", "Release", "-v", "q", "--nologo", $"-p:DoOAuthRoot={repository}");
        return new PublishedApp(Name, Path.Combine(folder, "bin", "Release", "net10.0"));
    }
}
