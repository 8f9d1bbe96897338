namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>How many files of each kind a sample has.</summary>
/// <param name="Services">Files that call DigitalOcean.</param>
/// <param name="EndpointFiles">Files that map endpoints and guard them.</param>
/// <param name="OtherFiles">Files that do neither.</param>
/// <param name="MethodsPerFile">How many methods are in each.</param>
internal sealed record SampleSize(int Services, int EndpointFiles, int OtherFiles, int MethodsPerFile)
{
    /// <summary>300 files with 6,000 methods.</summary>
    public static readonly SampleSize Large = OfFiles(300);

    /// <summary>So many files: half of them services, a quarter endpoints.</summary>
    public static SampleSize OfFiles(int files, int methodsPerFile = SampleProject.MethodsPerFile) =>
        new(files / 2, files / 4, files - (files / 2) - (files / 4), methodsPerFile);
}
