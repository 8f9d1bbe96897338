using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Checks on each call of a guarded hub or method that the session is still active, because the user may have signed in days ago, when the connection
/// started. SignalR's own authorization checks the scopes.
/// </summary>
internal sealed class HubGuard(ApplicationDirectory applications) : IHubFilter, IConfigureOptions<HubOptions>
{
    // Reflection creates a member's attributes again each time they are read.
    private readonly ConcurrentDictionary<MethodInfo, string?[]> _guards = new();

    // Added to the app's filters, for each of its hubs.
    public void Configure(HubOptions options) => options.AddFilter(this);

    /// <exception cref="HubException">The session has ended. The client gets the reason.</exception>
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        foreach (var scheme in GuardedBy(invocationContext))
        {
            if (applications.Find(scheme) is { } application && await FindEndAsync(invocationContext, application) is { } end)
            {
                throw new HubException(end.Reason ?? FailureReasons.LoginRequired);
            }
        }

        return await next(invocationContext);
    }

    private static async ValueTask<SessionOutcome?> FindEndAsync(HubInvocationContext call, DigitalOceanApplication application) =>
        DigitalOceanIdentity.LetIn(call.Context.User, application)?.Session is { } session
            ? await call.ServiceProvider.GetRequiredKeyedService<SessionMemory>(application.Scheme).FindEndAsync(session, call.Context.ConnectionAborted)
            : null;

    // From the hub's attributes, which its endpoint has too, from the guards where it is mapped, and from the method's attributes.
    private IEnumerable<string?> GuardedBy(HubInvocationContext call)
    {
        var ofMethod = _guards.GetOrAdd(call.HubMethod, static method =>
            [.. method.GetCustomAttributes<RequireScopeAttribute>(inherit: true).Select(guard => guard.Scheme).Distinct()]);
        var ofHub = call.Context.GetHttpContext()?.GetEndpoint()?.Metadata.GetOrderedMetadata<RequireScopeAttribute>() ?? [];
        return ofHub.Count == 0 ? ofMethod : ofHub.Select(guard => guard.Scheme).Concat(ofMethod).Distinct();
    }
}
