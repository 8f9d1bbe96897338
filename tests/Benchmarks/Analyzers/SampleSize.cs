namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>How many files of each kind a sample has.</summary>
internal sealed record SampleSize(int Services, int EndpointFiles, int OtherFiles)
{
    /// <summary>300 files with 6,000 methods.</summary>
    public static readonly SampleSize Large = OfFiles(300);

    /// <summary>So many files: half of them services, a quarter endpoints.</summary>
    public static SampleSize OfFiles(int files) => new(files / 2, files / 4, files - (files / 2) - (files / 4));
}
