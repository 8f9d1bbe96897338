using System.Net;
using DoOAuth.Sandbox.Faults;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox;

/// <summary>What a sandbox starts with.</summary>
public sealed class SandboxOptions
{
    /// <summary>The client id of the application that every sandbox knows.</summary>
    public const string DefaultClientId = "do-oauth-sandbox";

    /// <summary>Its secret. It opens nothing but sandboxes on this machine, so it is no secret at all.</summary>
    public const string DefaultClientSecret = "do-oauth-sandbox-secret";

    /// <summary>The port, or 0 (the default) for a free one.</summary>
    public int Port { get; set; }

    /// <summary>The address to listen on: 127.0.0.1 (the default) or another loopback address, nothing else.</summary>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>The client id of the application under test.</summary>
    public string ClientId { get; set; } = DefaultClientId;

    /// <summary>Its secret, or <see langword="null"/> for a public client, which must use PKCE.</summary>
    public string? ClientSecret { get; set; } = DefaultClientSecret;

    /// <summary>Its name on the consent page.</summary>
    public string ClientName { get; set; } = "Your app";

    /// <summary>Further applications.</summary>
    public IList<SandboxClient> Clients { get; } = [];

    /// <summary>Who can sign in; the first is signed in unless another is picked.</summary>
    public IList<SandboxUser> Users { get; } = [SandboxUser.Sammy, SandboxUser.Coral];

    /// <summary>How long access tokens live: 30 days, as DigitalOcean's. The least is a second.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether everything asked for is granted without showing the consent page: for tests that have no browser.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>How the sandbox misbehaves from the start. More can be added while it runs.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>The clock by which tokens expire.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where logs go; nowhere by default.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; set; }

    /// <summary>All applications, the one under test first.</summary>
    internal IReadOnlyList<SandboxClient> AllClients => [new(ClientId, ClientSecret) { Name = ClientName }, .. Clients];

    /// <summary>Throws an <see cref="ArgumentException"/> that says which option cannot be, and what would do.</summary>
    internal void Validate()
    {
        if (!IPAddress.IsLoopback(ListenAddress))
        {
            throw new ArgumentException($"The sandbox listens on loopback only, and {ListenAddress} is not a loopback address. Set {nameof(ListenAddress)} to 127.0.0.1.");
        }

        if (Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ArgumentException($"{Port} is not a port. Set {nameof(Port)} to 0 for a free port, or to a number up to {IPEndPoint.MaxPort}.");
        }

        if (AccessTokenLifetime < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException($"{nameof(AccessTokenLifetime)} must be at least one second. For tokens that have already expired, add SandboxFault.Lifetime(TimeSpan.Zero) to {nameof(Faults)}.");
        }

        if (Users.Count == 0)
        {
            throw new ArgumentException($"{nameof(Users)} is empty. Add a user who can sign in.");
        }

        foreach (var client in AllClients)
        {
            if (string.IsNullOrWhiteSpace(client.ClientId) || client.ClientSecret is "")
            {
                throw new ArgumentException("A client needs an ID, and a secret that is not empty. A public client's secret is null.");
            }
        }

        if (AllClients.GroupBy(client => client.ClientId, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two clients have the ID '{twice.Key}'. Change one of them.");
        }
    }
}
