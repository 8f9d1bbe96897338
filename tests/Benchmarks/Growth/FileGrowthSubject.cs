using System.Globalization;
using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.Growth;

/// <summary>How the cost grows in the compiler with a project's files: apart from <see cref="GrowthSubject"/>, since it takes minutes.</summary>
internal sealed class FileGrowthSubject : Subject
{
    // It is the files that there are more and more of: with the 20 of `analyzers`, compiling 3,000 files once takes a minute and a half.
    private const int MethodsPerFile = 5;

    // As many as take some seconds.
    private const int FilesPerMeasure = 300;

    private static readonly int[] Files = [30, 300, 1_000, 3_000];

    public override string Name => "file-growth";

    public override string Summary => "the same for 30 to 3,000 files; takes some minutes";

    public override bool IsInCompiler => true;

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var projects = Files.ToDictionary(count => count, count => SampleProject.Create(SampleSize.OfFiles(count, MethodsPerFile)));
        var typing = projects.Select(pair => GrowthExperiment.Typing(pair.Key, pair.Value.Source, SampleProject.TypedFile)).ToList();
        await GrowthExperiment.WarmAsync(projects[Files[0]]);
        return
        [
            GrowthExperiment.Of("Generator by files, key press", "files-key-press", "files", 15, typing, string.Create(
                CultureInfo.InvariantCulture,
                $"The project of `analyzers` with an increasing number of files, with {MethodsPerFile} methods each: the time of the generator after a key press in another file.")),
            GrowthExperiment.OfRules("Rules by files", "files-rules", "files", 3, projects, FilesPerMeasure,
                "The time of all rules in the same projects, compared with the compiler with an empty analyzer."),
        ];
    }
}
