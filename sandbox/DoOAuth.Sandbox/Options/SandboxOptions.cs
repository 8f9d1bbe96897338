using System.Net;
using DoOAuth.Sandbox.Faults;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Sandbox;

/// <summary>The options of a sandbox.</summary>
public sealed class SandboxOptions
{
    /// <summary>The default client ID of the application under test.</summary>
    public const string DefaultClientId = "do-oauth-sandbox";

    /// <summary>The default client secret. It is public, because it works with sandboxes only.</summary>
    public const string DefaultClientSecret = "do-oauth-sandbox-secret";

    private static readonly TimeSpan MaximumLatency = TimeSpan.FromMinutes(5);

    /// <summary>The port, or 0 (the default) for a free port.</summary>
    public int Port { get; set; }

    /// <summary>The address to listen on: 127.0.0.1 (the default) or another loopback address.</summary>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>The client ID of the application under test.</summary>
    public string ClientId { get; set; } = DefaultClientId;

    /// <summary>The client secret, or <see langword="null"/> for a public client, which must use PKCE.</summary>
    public string? ClientSecret { get; set; } = DefaultClientSecret;

    /// <summary>The application's name on the consent page.</summary>
    public string ClientName { get; set; } = "Your app";

    /// <summary>
    /// The redirect addresses of the application under test. They must match exactly, as at DigitalOcean. If the list is empty (the
    /// default), every address on this machine is accepted, on every port.
    /// </summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Additional applications.</summary>
    public IList<SandboxClient> Clients { get; } = [];

    /// <summary>The users who can sign in. The first one is the default.</summary>
    public IList<SandboxUser> Users { get; } = [SandboxUser.Sammy, SandboxUser.Coral];

    /// <summary>The lifetime of access tokens, at least one second. The default is 30 days, as at DigitalOcean.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether to grant all requested scopes without showing the consent page, for tests without a browser.</summary>
    public bool AutoApprove { get; set; }

    /// <summary>The faults with which the sandbox starts. You can add others while it runs.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>
    /// How long an action takes, such as the creation of a Droplet. The default is zero: the answer that starts the action says
    /// <c>in-progress</c>, and the next request finds it completed.
    /// </summary>
    public TimeSpan ActionTime { get; set; }

    /// <summary>The time that each response of the API and of the OAuth server takes in addition. The default is none.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// The number of API requests that each token can make, or <see langword="null"/> (the default) for as many as it likes: tests make
    /// more requests than an app does. The response headers count in both cases. <see cref="SandboxRateLimit.AtDigitalOcean"/> is
    /// DigitalOcean's limit.
    /// </summary>
    public SandboxRateLimit? RateLimit { get; set; }

    /// <summary>The clock that determines when tokens and rate limits expire.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Configures logging. By default, nothing is logged.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; set; }

    /// <summary>All applications, starting with the one under test.</summary>
    internal IReadOnlyList<SandboxClient> AllClients => [new(ClientId, ClientSecret) { Name = ClientName, RedirectUris = [.. RedirectUris] }, .. Clients];

    /// <summary>Throws an <see cref="ArgumentException"/> if an option is not valid.</summary>
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

        if (ActionTime < TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(ActionTime)} must not be negative. Set it to zero for actions that are completed at the next request.");
        }

        if (Latency < TimeSpan.Zero || Latency > MaximumLatency)
        {
            throw new ArgumentException($"{nameof(Latency)} must be between 0 and {MaximumLatency.TotalMinutes} minutes.");
        }

        if (RateLimit is { PerHour: < 1 } or { PerMinute: < 1 })
        {
            throw new ArgumentException($"{nameof(RateLimit)} must be at least one request an hour and one a minute. Set it to null for no limit.");
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

            if (string.IsNullOrWhiteSpace(client.DisplayName))
            {
                throw new ArgumentException($"The name of the client '{client.ClientId}' is empty. The consent page shows it: set it to a text, such as 'Your app'.");
            }

            if (client.RedirectUris.FirstOrDefault(uri => !IsRedirectUri(uri)) is { } wrong)
            {
                throw new ArgumentException($"'{wrong}' is not a redirect address. Set an absolute address without a fragment, such as http://localhost:5000/callback.");
            }
        }

        if (AllClients.GroupBy(client => client.ClientId, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two clients have the ID '{twice.Key}'. Change one of them.");
        }
    }

    // OpenIddict and RFC 6749 section 3.1.2 require an absolute address without a fragment.
    private static bool IsRedirectUri(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Fragment.Length == 0 && !uri.Contains('#', StringComparison.Ordinal) && !uri.StartsWith('/');
}
