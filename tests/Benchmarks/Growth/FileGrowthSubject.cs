using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>How the cost grows in the compiler with a project's files: apart from <see cref="GrowthSubject"/>, since it takes many minutes.</summary>
internal sealed class FileGrowthSubject : Subject
{
    // Few files are compiled more often: what the rules add to them is less than what two runs differ by.
    private const int FilesPerVariant = 150;

    private static readonly int[] Files = [30, 300, 1_000, 3_000];

    public override string Name => "file-growth";

    public override string Summary => "the same for 30 to 3,000 files; takes a quarter of an hour";

    public override bool IsInCompiler => true;

    public override Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var projects = Files.ToDictionary(count => count, count => SampleProject.Create(SampleSize.OfFiles(count)));
        return Task.FromResult<IReadOnlyList<Experiment>>(
        [
            GrowthExperiment.Of("Generator by files, key press", "files-key-press", "files", 15, projects.Select(pair => GrowthExperiment.Typing(pair.Key, pair.Value.Source, SampleProject.TypedFile)),
                "The project of `analyzers` at more and more files of 20 methods each: the generator's run after a key press in another file."),
            GrowthExperiment.Of("Rules by files", "files-rules", "files", 3, projects.Select(pair => new RuleAnalysis(pair.Value).Added(GrowthExperiment.Count(pair.Key), Math.Max(1, FilesPerVariant / pair.Key))),
                "The same projects: what all rules add to compiling them with an empty analyzer."),
        ]);
    }
}
