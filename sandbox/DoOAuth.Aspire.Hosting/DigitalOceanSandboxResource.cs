namespace Aspire.Hosting.ApplicationModel;

/// <summary>The sandbox, a local replacement for DigitalOcean, which the app host starts as a .NET tool.</summary>
/// <param name="name">The name of the resource.</param>
/// <param name="command">The program to start.</param>
/// <param name="workingDirectory">The folder to start it in.</param>
public sealed class DigitalOceanSandboxResource(string name, string command, string workingDirectory) : ExecutableResource(name, command, workingDirectory)
{
    internal const string EndpointName = "http";

    /// <summary>The address of DigitalOcean's authorization server and API.</summary>
    public EndpointReference PrimaryEndpoint => field ??= new EndpointReference(this, EndpointName);

    /// <summary>The client ID of the apps that reference the sandbox.</summary>
    public string ClientId { get; } = "do-oauth-sandbox";

    /// <summary>Their client secret, which works with this sandbox only.</summary>
    public string ClientSecret { get; } = "do-oauth-sandbox-secret";
}
