using System.Diagnostics;
using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Generators;

/// <summary>Somebody types into a file of an app that an editor has open, and the generator runs after each key press.</summary>
internal sealed class KeyPress
{
    // Ten in each of the places where something is typed.
    private const int Presses = 30;

    private readonly string _file;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;

    /// <summary>Opens the app.</summary>
    /// <param name="name">What it is called where something is wrong with it.</param>
    /// <param name="compilation">The app.</param>
    /// <param name="generator">Its generator.</param>
    /// <param name="file">The file that is typed into.</param>
    /// <exception cref="InvalidOperationException">What is generated does not compile once something was typed.</exception>
    public KeyPress(string name, CSharpCompilation compilation, ISourceGenerator generator, string file)
    {
        _file = file;
        _compilation = compilation;
        _driver = CSharpGeneratorDriver.Create([generator], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options).RunGenerators(_compilation);
        GeneratorApp.Check(name, _driver, TypingPlaces.All.Aggregate(_compilation, Type));
    }

    /// <summary>Types, and tells what the generator's run took after a key press: the median of thirty, and what it allocated: their mean.</summary>
    public Task<Measure> MeasureAsync()
    {
        var (driver, compilation) = (_driver, _compilation);
        var times = new List<TimeSpan>(Presses);
        var bytes = 0L;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        for (var press = 0; press < Presses; press++)
        {
            compilation = Type(compilation, TypingPlaces.All[press % TypingPlaces.All.Count]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(start));
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        times.Sort();
        return Task.FromResult(new Measure(times[Presses / 2], (double)bytes / Presses));
    }

    private CSharpCompilation Type(CSharpCompilation compilation, string place)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == _file);
        return compilation.ReplaceSyntaxTree(tree, TypingPlaces.Type(tree, place));
    }
}
