namespace DoOAuth.Benchmarks.Hosting;

/// <summary>A folder for the keys of apps, as long as they are measured.</summary>
internal sealed class KeyFolder : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("dooauth-benchmarks-");

    public void Dispose() => Folder.Delete(recursive: true);
}
