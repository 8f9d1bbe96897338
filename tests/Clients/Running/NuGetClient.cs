namespace DoOAuth.Clients.Tests.Running;

/// <summary>A client from NuGet, which comes with this project. Its driver runs in this process.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">The version, as in <c>Directory.Packages.props</c>.</param>
/// <param name="Drive">The driver.</param>
internal sealed record NuGetClient(string Name, string Version, Func<DigitalOceanSandbox, Task<IReadOnlyList<CallResult>>> Drive) : ForeignClient(Name, Version)
{
    public override string Source => "NuGet";

    public override string? FindObstacle() => null;

    public override Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox) => Drive(sandbox);
}
