using System.Globalization;
using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>How the cost grows in the compiler as an app does.</summary>
internal sealed class GrowthSubject : Subject
{
    private static readonly int[] Scopes = [1, 20, 40, 80, 160];
    private static readonly int[] Classes = [1, 2, 5, 10, 20];
    private static readonly int[] Endpoints = [1, 100, 500, 1_000, 2_000];
    private static readonly int[] Files = [30, 300, 1_000, 3_000];

    public override string Name => "growth";

    public override string Summary => "how the cost grows in the compiler as an app does, with pictures";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var scopes = Scopes.ToDictionary(count => count, count => DeclaringApps.WithScopes(count).ToCompilation());
        var classes = Classes.ToDictionary(count => count, count => DeclaringApps.WithClasses(count).ToCompilation());
        var endpoints = Endpoints.ToDictionary(count => count, SampleProject.OfEndpoints);
        var files = Files.ToDictionary(count => count, count => SampleProject.Create(SampleSize.OfFiles(count)));
        return Task.FromResult<IReadOnlyList<Experiment>>(
        [
            Growing("Generator by declared scopes, first run", "scopes-generator", "declared scopes", 15, scopes.Select(pair => FirstRun(pair.Key, pair.Value)),
                "The generator's first run for the app of `generator`, whose annotated class declares more and more scopes, in a compiler that has run it before."),
            Growing("Generator by declared scopes, key press", "scopes-key-press", "declared scopes", 15, scopes.Select(pair => Typing(pair.Key, pair.Value, GeneratorApp.AnnotatedFile)),
                "The same apps: the generator's run after a key press in the annotated file."),
            Growing("Generator by annotated classes, first run", "classes-generator", "annotated classes", 15, classes.Select(pair => FirstRun(pair.Key, pair.Value)),
                "The same with more and more annotated classes, ten scopes each."),
            Growing("Generator by annotated classes, key press", "classes-key-press", "annotated classes", 15, classes.Select(pair => Typing(pair.Key, pair.Value, GeneratorApp.AnnotatedFile)),
                "The same apps: the generator's run after a key press in the annotated file."),
            Growing("Rules by guarded endpoints", "endpoints-rules", "guarded endpoints", 7, endpoints.Select(pair => new RuleAnalysis(pair.Value).With(Count(pair.Key), RuleAnalysis.Rules)),
                "Compiling a project of more and more endpoints, each of which calls an operation and has its guards, with all rules."),
            Growing("Generator by guarded endpoints, key press", "endpoints-key-press", "guarded endpoints", 15, endpoints.Select(pair => Typing(pair.Key, pair.Value.Source, SampleProject.TypedFile)),
                "The same projects: the generator's run after a key press in another file."),
            Growing("Rules by files", "files-rules", "files", 3, files.Select(pair => new RuleAnalysis(pair.Value).Added(Count(pair.Key), Math.Max(1, 150 / pair.Key))),
                "What all rules add to compiling the project of `analyzers` with an empty analyzer, at more and more files of 20 methods each."),
            Growing("Generator by files, key press", "files-key-press", "files", 15, files.Select(pair => Typing(pair.Key, pair.Value.Source, SampleProject.TypedFile)),
                "The same projects: the generator's run after a key press in another file."),
        ]);
    }

    private static Experiment Growing(string title, string picture, string work, int rounds, IEnumerable<Variant> variants, string description)
    {
        var all = variants.ToList();
        var curve = new Curve(picture, work, [.. all.Select(variant => (double.Parse(variant.Name, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), variant.Name))]);
        return new Experiment(title, all, [.. curve.Steps()]) { Description = description, Curve = curve, Rounds = rounds, WarmUp = rounds > 7 ? 3 : 1 };
    }

    private static Variant FirstRun(int count, CSharpCompilation compilation) => new(Count(count), new NewDriver(compilation).MeasureAsync);

    private static Variant Typing(int count, CSharpCompilation compilation, string file) => new(
        Count(count), new KeyPress(Count(count), compilation, new DigitalOceanOAuthGenerator().AsSourceGenerator(), file).MeasureAsync);

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
