using DoOAuth.Analyzers.Rules;
using DoOAuth.Analyzers.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Tests.Limits;

/// <summary>Runs the rules on calls over code that could keep them busy for ever.</summary>
internal static class Endless
{
    /// <summary>The longest that a small program may take, on a machine that does much else.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(40);

    private const string Deck = """

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Account.Read)]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class DropletDeck;
        """;

    /// <summary>Asserts that the analysis ends without a failure, and returns the IDs of what it reports.</summary>
    public static async Task<IReadOnlyList<string>> EndsAsync(string statements, string declarations = "")
    {
        var compilation = UserProject.Compile($$"""
            using System.Net.Http;
            using System.Text;
            using DoOAuth;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddDropletDeck();
            var app = builder.Build();
            app.MapDropletDeck();
            {{statements}}
            app.Run();

            {{declarations}}
            """ + Deck);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        using var timer = new CancellationTokenSource(Most);
        var analysis = Task.Run(() => compilation.WithAnalyzers([new ApiUseAnalyzer()]).GetAnalyzerDiagnosticsAsync(timer.Token));
        var reports = await analysis.WaitAsync(Most);
        Assert.Empty(reports.Where(report => report.Id == "AD0001"));
        return [.. reports.Select(report => report.Id).Distinct().Order(StringComparer.Ordinal)];
    }
}
