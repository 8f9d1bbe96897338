using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Calls;

/// <summary>A text in a path is reported once, however many calls have the path.</summary>
public sealed class RepeatedPathTests
{
    [Fact]
    public async Task A_path_of_two_calls_has_one_report()
    {
        var compilation = UserProject.Compile("""
            using DoOAuth;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            app.MapGet("/x/{id}", async (string id, DigitalOceanClient client) =>
            {
                var path = $"/v2/droplets/{id}";
                await client.GetAsync(path);
                await client.DeleteAsync(path);
                await client.GetAsync(path);
            });
            app.Run();

            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Account.Read)]
            public static partial class DropletDeck;
            """);
        var reports = await compilation.WithAnalyzers([new ApiUseAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Single(reports, report => report.Id == "DOO106");
    }
}
