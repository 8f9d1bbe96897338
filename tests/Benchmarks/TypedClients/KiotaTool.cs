using DoOAuth.Analyzers.Tests.Compiling;
using DoOAuth.ApiDescription;
using DoOAuth.Catalog;
using DoOAuth.Shapes;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>Kiota, which writes a client from an OpenAPI description. Installed as a .NET tool in a folder of its own.</summary>
internal static class KiotaTool
{
    public const string Version = "1.38.0";

    /// <summary>Writes a client for the list of Droplets from the project's own data. For the whole description, it does not compile: two shapes get one name.</summary>
    /// <returns>The folder of its source, or null if Kiota cannot be had. The reason is printed.</returns>
    public static async Task<string?> WriteClientAsync(string folder)
    {
        var description = Path.Combine(folder, "openapi.json");
        var operations = OperationCatalog.Parse(Data("operations.tsv"), ScopeCatalog.Parse(Data("scopes.tsv")));
        await File.WriteAllTextAsync(description, new DescriptionWriter(operations, AnswerCatalog.Parse(Data("answers.tsv")), ShapeCatalog.Parse(Data("shapes.tsv"))).Write().ToJsonString());
        var (tools, client) = (Path.Combine(folder, "tools"), Path.Combine(folder, "kiota"));
        try
        {
            await Dotnet.RunAsync(folder, "tool", "install", "Microsoft.OpenApi.Kiota", "--version", Version, "--tool-path", tools);
        }
        catch (InvalidOperationException exception)
        {
            await Console.Out.WriteLineAsync($"Skipped what is compared with Kiota {Version}, because it cannot be installed: {exception.Message}");
            return null;
        }

        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            Path.Combine(tools, "kiota"), ["generate", "-l", "CSharp", "-d", description, "-o", client, "-c", "KiotaApi", "-n", "DoOAuth.Benchmarks.Kiota", "--include-path", "/v2/droplets#GET", "--exclude-backward-compatible", "--ll", "Error"]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? client : throw new InvalidOperationException($"Kiota ended with {process.ExitCode}.");
    }

    private static string Data(string name) => File.ReadAllText(Path.Combine(TestBuild.RepositoryRoot, "data", name));
}
