using System.Diagnostics;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>Our generator runs for an app that it has not seen, in a compiler that has run it for others.</summary>
internal sealed class NewDriver(CSharpCompilation compilation)
{
    private const int Runs = 9;

    /// <summary>Runs it for the app with nothing bound; tells the median.</summary>
    public Task<Measure> MeasureAsync()
    {
        var times = new List<TimeSpan>(Runs);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        for (var run = 0; run < Runs; run++)
        {
            var unbound = compilation.Clone();
            var start = Stopwatch.GetTimestamp();
            _ = CSharpGeneratorDriver.Create([new DigitalOceanOAuthGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
                .RunGenerators(unbound);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return Task.FromResult(new Measure(times[Runs / 2]));
    }
}
