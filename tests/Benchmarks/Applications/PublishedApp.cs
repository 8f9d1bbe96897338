namespace DoOAuth.Benchmarks.Applications;

/// <summary>An app as it would be copied to a server.</summary>
internal sealed record PublishedApp(string Name, string Folder)
{
    public string Executable => Path.Combine(Folder, Name);
}
