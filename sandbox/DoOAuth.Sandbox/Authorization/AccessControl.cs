using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>
/// What a user does in DigitalOcean's control panel: withdraws what was granted to the apps. <c>DELETE /sandbox/access</c> does it
/// too, for tests that run the sandbox in a process of its own.
/// </summary>
internal sealed class AccessControl(IServiceProvider services, ConsentMemory consents)
{
    private const string Path = "/sandbox/access";

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path, [HttpMethods.Delete], async context =>
    {
        await WithdrawAsync(user: null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>Kills all codes and tokens, and forgets the consents.</summary>
    /// <param name="user">Whose, or null for those of every user.</param>
    /// <param name="cancellationToken">Gives up.</param>
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
