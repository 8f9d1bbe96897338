using System.Diagnostics;
using System.Runtime.Loader;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Generators.Apps;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.FirstRun;

/// <summary>Runs a generator once in the compiler that this assembly was loaded beside.</summary>
internal static class FirstRun
{
    /// <summary>Parses the app, then takes the time from loading the generator to the end of its run.</summary>
    /// <param name="args">A <see cref="WrittenApp"/>, and whether the app is bound before.</param>
    /// <exception cref="InvalidOperationException">Nothing was generated.</exception>
    public static TimeSpan Measure(string[] args)
    {
        var app = new WrittenApp(args[0]);
        var compilation = CSharpCompilation.Create(
            "Sample",
            app.Files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), GeneratorApp.ParseOptions, file)),
            app.References.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        if (args is [_, FirstRunSubject.Bound])
        {
            _ = compilation.GetDiagnostics();
        }

        var file = app.Generator;
        var compiler = AssemblyLoadContext.GetLoadContext(typeof(FirstRun).Assembly)!;
        var start = Stopwatch.GetTimestamp();
        var context = new FolderContext(Path.GetDirectoryName(file.Path)!, compiler);
        var driver = CSharpGeneratorDriver.Create([file.In(context.LoadFromAssemblyPath(file.Path))], parseOptions: GeneratorApp.ParseOptions).RunGenerators(compilation);
        var took = Stopwatch.GetElapsedTime(start);

        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null && result.GeneratedSources.Length > 0
            ? took
            : throw new InvalidOperationException($"{file.Type} generated nothing.", result.Exception);
    }
}
