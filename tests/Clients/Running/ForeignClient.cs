namespace DoOAuth.Clients.Tests.Running;

/// <summary>A client of DigitalOcean that others wrote, in the version that the tests are written for.</summary>
/// <param name="Name">The name of its package, and of the folder of its driver.</param>
/// <param name="Version">The version.</param>
internal abstract record ForeignClient(string Name, string Version)
{
    /// <summary>The folder of all drivers.</summary>
    public static string Drivers { get; } = Path.Combine(AppContext.BaseDirectory, "Drivers");

    /// <summary>The folder of the client's driver.</summary>
    public string Folder => Path.Combine(Drivers, Name);

    /// <summary>Where the package comes from.</summary>
    public abstract string Source { get; }

    /// <summary>Why the client cannot run here, or <see langword="null"/> if it can.</summary>
    public abstract string? FindObstacle();

    /// <summary>Runs the client's driver against a sandbox.</summary>
    public abstract Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox);
}
