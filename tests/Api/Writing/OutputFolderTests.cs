using DoOAuth.ApiSource.Writing;

namespace DoOAuth.Api.Tests.Writing;

/// <summary>The folder that the typed client is written to.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("do-oauth-api-source-").FullName;

    // As on Windows, where the names of files have other separators than the paths that the system lists.
    [Theory]
    [InlineData("Models//Droplet.g.cs")]
    [InlineData("Models/./Droplet.g.cs")]
    public void A_second_run_keeps_what_the_first_one_wrote(string name)
    {
        OutputFolder.Write(_folder, [new SourceFile(name, "1"), new SourceFile("Models/Gone.g.cs", "1")]);
        OutputFolder.Write(_folder, [new SourceFile(name, "2")]);

        Assert.Equal("2", File.ReadAllText(Path.Combine(_folder, "Models", "Droplet.g.cs")));
        Assert.False(File.Exists(Path.Combine(_folder, "Models", "Gone.g.cs")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
