using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Generators.Apps;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>How the cost grows in the compiler as an app does.</summary>
internal sealed class GrowthSubject : Subject
{
    private static readonly int[] Scopes = [1, 20, 40, 80, 160];
    private static readonly int[] Classes = [1, 2, 5, 10, 20];
    private static readonly int[] Endpoints = [1, 100, 500, 1_000, 2_000];

    public override string Name => "growth";

    public override string Summary => "how the cost grows in the compiler as an app does, with pictures";

    public override bool IsInCompiler => true;

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var scopes = Scopes.ToDictionary(count => count, count => DeclaringApps.WithScopes(count).ToCompilation());
        var classes = Classes.ToDictionary(count => count, count => DeclaringApps.WithClasses(count).ToCompilation());
        var endpoints = Endpoints.ToDictionary(count => count, SampleProject.OfEndpoints);
        var inOneMethod = Endpoints.ToDictionary(count => count, SampleProject.OfEndpointsInOneMethod);
        await GrowthExperiment.WarmAsync(endpoints[100]);
        return
        [
            GrowthExperiment.Of("Generator by declared scopes, first run", "scopes-generator", "declared scopes", 15, scopes.Select(pair => GrowthExperiment.FirstRun(pair.Key, pair.Value)),
                "The generator's first run for the app of `generator`, whose annotated class declares an increasing number of scopes, in a compiler that has already run it."),
            GrowthExperiment.Of("Generator by declared scopes, key press", "scopes-key-press", "declared scopes", 15, scopes.Select(pair => GrowthExperiment.Typing(pair.Key, pair.Value, GeneratorApp.AnnotatedFile)),
                "The same apps: the time of the generator after a key press in the annotated file."),
            GrowthExperiment.Of("Generator by annotated classes, first run", "classes-generator", "annotated classes", 15, classes.Select(pair => GrowthExperiment.FirstRun(pair.Key, pair.Value)),
                "The same with an increasing number of annotated classes, with ten scopes each."),
            GrowthExperiment.Of("Generator by annotated classes, key press", "classes-key-press", "annotated classes", 15, classes.Select(pair => GrowthExperiment.Typing(pair.Key, pair.Value, GeneratorApp.AnnotatedFile)),
                "The same apps: the time of the generator after a key press in the annotated file."),
            GrowthExperiment.OfRules("Rules by guarded endpoints", "endpoints-rules", "guarded endpoints", 7, endpoints, Endpoints[^1],
                "The time of all rules in a project with an increasing number of endpoints, each of which calls an operation and has its guards, compared with the compiler with an empty analyzer."),
            GrowthExperiment.OfRules("Rules by guarded endpoints in one method", "endpoints-rules-method", "guarded endpoints", 7, inOneMethod, Endpoints[^1],
                "The same with all endpoints in one method, as in a program of top-level statements."),
            GrowthExperiment.Of("Generator by guarded endpoints, key press", "endpoints-key-press", "guarded endpoints", 15, endpoints.Select(pair => GrowthExperiment.Typing(pair.Key, pair.Value.Source, SampleProject.TypedFile)),
                "The same projects: the time of the generator after a key press in another file."),
        ];
    }
}
