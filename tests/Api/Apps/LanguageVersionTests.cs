using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Api.Tests.Apps;

/// <summary>Apps whose C# is older than the properties on <see cref="HttpClient"/> need.</summary>
public sealed class LanguageVersionTests
{
    private const string Program = """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using DoOAuth.Api;
        using DoOAuth.Api.Models;

        public static class App
        {
            public static async Task<string> RunAsync(HttpClient client)
            {
                await foreach (Droplet droplet in client.DigitalOcean().Droplets.ListAsync(tagName: "web"))
                {
                    return (droplet with { Name = "a" }).Name;
                }

                var created = await client.DigitalOcean().Droplets.CreateAsync(new DropletSingleCreate { Name = "n", Size = "s", Image = "i", Tags = new List<string> { "web" } });
                return created.Droplet?.Name ?? "";
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    public void The_client_works_in_older_versions_of_the_language(LanguageVersion version) => Assert.Equal([], Errors(Program, version));

    [Fact]
    public void The_properties_of_HttpClient_need_a_new_one()
    {
        var program = Program.Replace("client.DigitalOcean()", "client", StringComparison.Ordinal);

        Assert.NotEmpty(Errors(program, LanguageVersion.CSharp13));
        Assert.Equal([], Errors(program, LanguageVersion.Latest));
    }

    private static IEnumerable<string> Errors(string program, LanguageVersion version)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal));
        return CSharpCompilation.Create(
                "App",
                [CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(version))],
                platform.Append(typeof(DigitalOceanApi).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
    }
}
