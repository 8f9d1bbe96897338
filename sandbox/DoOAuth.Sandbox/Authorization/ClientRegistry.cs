using System.Collections.Concurrent;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>The clients: those of the options, and those that registered themselves while the sandbox runs.</summary>
internal sealed class ClientRegistry(IServiceProvider services)
{
    private readonly ConcurrentDictionary<string, SandboxClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Returns a client, or null if it is not registered.</summary>
    public SandboxClient? Find(string? clientId) => clientId is null ? null : _clients.GetValueOrDefault(clientId);

    /// <summary>Returns the client that a stored token was issued to, or null if it is not registered any longer.</summary>
    public async Task<SandboxClient?> OfTokenAsync(object token, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        return await tokens.GetApplicationIdAsync(token, cancellationToken) is { } id
            && await applications.FindByIdAsync(id, cancellationToken) is { } application
            ? Find(await applications.GetClientIdAsync(application, cancellationToken))
            : null;
    }

    /// <summary>Registers a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="isDynamic">Whether it registered itself. Such a client can use its loopback addresses on every port.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task AddAsync(SandboxClient client, bool isDynamic, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await applications.CreateAsync(RegisteredApplications.Describe(client, isDynamic), cancellationToken);
        _clients[client.ClientId] = client;
    }

    /// <summary>Removes a client. Its tokens become invalid.</summary>
    public async Task RemoveAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        _clients.TryRemove(clientId, out _);
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is { } application)
        {
            var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
            await tokens.RevokeByApplicationIdAsync((await applications.GetIdAsync(application, cancellationToken))!, cancellationToken);
            await applications.DeleteAsync(application, cancellationToken);
        }
    }
}
