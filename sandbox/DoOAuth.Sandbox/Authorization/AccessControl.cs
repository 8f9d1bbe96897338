using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// Revokes the access of apps, as a user does in DigitalOcean's control panel. <c>DELETE /sandbox/access</c> does the same, for
/// tests that run the sandbox in its own process.
/// </summary>
internal sealed class AccessControl(IServiceProvider services, ConsentMemory consents)
{
    private const string Path = "/sandbox/access";

    /// <summary>Maps the endpoint.</summary>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path, [HttpMethods.Delete], async context =>
    {
        await WithdrawAsync(user: null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>Revokes all codes and tokens, and removes the consents.</summary>
    /// <param name="user">The user whose access is revoked, or null for all users.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task WithdrawAsync(SandboxUser? user, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>()
            .RevokeAsync(user?.Uuid, client: null, status: null, type: null, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
            .RevokeAsync(user?.Uuid, client: null, status: null, type: null, cancellationToken);
        consents.Forget(user);
    }
}
