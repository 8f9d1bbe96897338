using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Editor;
using DoOAuth.Benchmarks.FirstRun;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Growth;
using DoOAuth.Benchmarks.Guards;
using DoOAuth.Benchmarks.LocalApi;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Benchmarks.Native;
using DoOAuth.Benchmarks.Refresh;
using DoOAuth.Benchmarks.RuntimeGrowth;
using DoOAuth.Benchmarks.Scaffold;
using DoOAuth.Benchmarks.ScopeCount;
using DoOAuth.Benchmarks.Sessions;
using DoOAuth.Benchmarks.SignIn;
using DoOAuth.Benchmarks.Silence;
using DoOAuth.Benchmarks.Start;
using DoOAuth.Benchmarks.TypedClients;

namespace DoOAuth.Benchmarks;

/// <summary>What can be measured, in the order of the page.</summary>
internal static class Subjects
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        new GeneratorSubject(),
        new FirstRunSubject(),
        new AnalyzersSubject(),
        new RulesSubject(),
        new EditorSubject(),
        new SignInSubject(),
        new GuardsSubject(),
        new ScopesSubject(),
        new SessionsSubject(),
        new RefreshSubject(),
        new SilenceSubject(),
        new StartSubject(),
        new NativeSubject(),
        new ScaffoldSubject(),
        new SandboxSubject(),
        new ApiSubject(),
        new GrowthSubject(),
        new FileGrowthSubject(),
        new RuntimeGrowthSubject(),
    ];
}
